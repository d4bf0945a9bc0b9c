import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';
import { unresolved } from '../../support/unresolved.ts';

const city = beijing('beijing-2019');
const { rules } = city;
const week = { itemCode: '0101-01', placeCode: '110101017', tier: rules.tierByKey.get('general')! };

function answered(at: number, of = city) {
  const one = new Case(of, week, monday);
  one.ask({ type: 'sign' }, monday + minuteMs);
  one.ask({ type: 'answer' }, at);
  return one;
}
const sendBack = (one: Case, at: number) => one.ask(unresolved, at, Actor.hotline);

describe('a ticket that is reopened', () => {
  it('remembers that its first deadline was missed, and only then', () => {
    const late = answered(monday + 7 * dayMs + hourMs);
    const timely = answered(monday + 7 * dayMs);
    for (const one of [late, timely]) sendBack(one, monday + 8 * dayMs);

    expect([late.status, late.ticket.wasLate, late.ticket.overdueAt]).toEqual(['handling', true, NEVER]);
    expect([timely.status, timely.ticket.wasLate]).toEqual(['handling', false]);
  });

  it('is looked at again after the full time, however long it was left alone before', () => {
    const one = answered(monday + 50 * dayMs);
    expect(one.times('reviewed')).toHaveLength(1);
    sendBack(one, monday + 51 * dayMs);

    expect([one.ticket.reviews, one.ticket.reviewAt]).toEqual([0, monday + 51 * dayMs + rules.reviewMs]);
  });

  it('keeps the time of its signature, and counts as signed where its elder had answered for it', () => {
    const signed = answered(monday + hourMs);
    const merged = new Case(city, week, monday);
    merged.ask({ type: 'merge' }, monday + minuteMs, Actor.hotline);
    merged.ask({ type: 'elderSeen', elder: 'answered' }, monday + hourMs, Actor.clock);
    for (const one of [signed, merged]) sendBack(one, monday + dayMs);

    expect(signed.ticket.signedAt).toBe(monday + minuteMs);
    expect([merged.status, merged.ticket.signedAt]).toEqual(['handling', monday + dayMs]);
  });

  it('is supervised from as many times on as the pack says', () => {
    const twice = overlaidCity({ escalation: { superviseAfterReopens: says(2) } });
    const one = answered(monday + hourMs, twice);
    sendBack(one, monday + 2 * hourMs);
    expect([one.ticket.reopens, one.times('supervised')]).toEqual([1, []]);

    one.ask({ type: 'answer' }, monday + 3 * hourMs);
    sendBack(one, monday + 4 * hourMs);

    expect([one.ticket.reopens, one.ticket.supervisor]).toEqual([2, one.unit('110101')]);
    expect(one.lines.at(-1)).toMatchObject({
      event: 'supervised',
      rule: 'escalation.superviseAfterReopens',
      at: monday + 4 * hourMs,
    });
    one.ask({ type: 'answer' }, monday + 5 * hourMs);
    one.ask({ type: 'reopen' }, monday + 6 * hourMs, one.unit('110101'));
    expect([one.ticket.reopens, one.times('supervised')]).toEqual([3, [monday + 4 * hourMs]]);
  });

  it('drops the extension that nobody had decided', () => {
    const one = new Case(city, week, monday);
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'askExtension', byMs: dayMs }, monday + hourMs);
    one.ask({ type: 'answer' }, monday + 2 * hourMs);
    sendBack(one, monday + 3 * hourMs);

    expect(one.ask({ type: 'grantExtension' }, monday + 4 * hourMs, one.unit('110101'))).toMatchObject({
      code: 'OUT_OF_TURN',
    });
  });
});

describe('a ticket that is not sent back any more', () => {
  it('is looked at by time until its supervisor ends it', () => {
    const one = answered(monday + hourMs);
    for (const day of [1, 2, 3]) {
      sendBack(one, monday + day * dayMs);
      one.ask({ type: 'answer' }, monday + day * dayMs + hourMs);
    }
    const since = monday + 3 * dayMs;
    expect([one.status, one.ticket.reviewAt]).toEqual(['calledBack', since + rules.reviewMs]);

    one.until(since + rules.reviewMs + 1);

    expect(one.times('reviewed')).toEqual([since + rules.reviewMs]);
  });
});
