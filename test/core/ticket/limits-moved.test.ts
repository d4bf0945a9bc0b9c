import { describe, expect, it } from 'vitest';
import { keep } from '../../../functions/core/ticket/command.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';
import { signedTicket } from '../../support/signed-ticket.ts';
import { otherwise, workdays } from './life/sample-cities.ts';

const city = beijing('beijing-2019');
const tier = (key: string) => city.rules.tierByKey.get(key)!;

describe('another tier', () => {
  it('keeps the extension that was granted on the one before', () => {
    const { one, district } = signedTicket('general');
    one.ask({ type: 'askExtension', byMs: 2 * dayMs }, monday + dayMs);
    one.ask({ type: 'grantExtension' }, monday + dayMs, district);

    one.ask({ type: 'reclassify', item: keep, tier: tier('complex') }, monday + 2 * dayMs, district);

    expect(one.ticket.dueAt).toBe(monday + 17 * dayMs);
  });

  it('keeps the smaller share of a reopened ticket', () => {
    const { one, district } = signedTicket('general');
    one.ask({ type: 'answer' }, monday + dayMs);
    one.ask({ type: 'reopen' }, monday + 2 * dayMs, district);

    one.ask({ type: 'reclassify', item: keep, tier: tier('basics') }, monday + 2 * dayMs, district);

    expect(one.ticket.dueAt).toBe(monday + 2 * dayMs + 12 * hourMs);
  });
});

describe('a calendar that ends', () => {
  const lastDays = Date.parse('2026-12-28T09:00:00+08:00');
  const late = (key: string) =>
    new Case(workdays(), { itemCode: '0101-01', placeCode: '110101017', tier: tier(key) }, lastDays);

  it('refuses a clock whose ladder leaves it, and names the year', () => {
    expect(() => late('general')).toThrow(/2027/);
  });

  it('keeps nobody from answering after it', () => {
    const one = late('emergency');
    one.ask({ type: 'sign' }, lastDays + minuteMs);

    expect(one.ask({ type: 'answer' }, Date.parse('2027-01-05T09:00:00+08:00'))).toBeUndefined();
    expect([one.status, one.ticket.runningSince]).toEqual(['answered', NEVER]);
    expect(one.ticket.overdueAt).toBe(lastDays + 2 * hourMs);
  });
});

describe('an extension', () => {
  it('is asked by the lead, granted from above, and moves the deadline', () => {
    const { one, district } = signedTicket('general');

    expect(one.ask({ type: 'askExtension', byMs: 2 * dayMs }, monday + dayMs)).toBeUndefined();
    expect(one.ask({ type: 'askExtension', byMs: dayMs }, monday + dayMs)).toMatchObject({
      code: 'ALREADY_DONE',
    });
    one.ask({ type: 'grantExtension' }, monday + 2 * dayMs, district);

    expect(one.ticket.dueAt).toBe(monday + 9 * dayMs);
    expect(one.ask({ type: 'askExtension', byMs: dayMs }, monday + 3 * dayMs)).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'handling.extension.timesMax',
      limit: 1,
    });
  });

  it('is refused when it is too long, for nothing, too late, or nobody asked', () => {
    const { one, district } = signedTicket('general');

    expect(one.ask({ type: 'askExtension', byMs: 7 * dayMs + 1 }, monday + dayMs)).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'handling.extension.shareMax',
      limit: 7 * dayMs,
    });
    expect(one.ask({ type: 'askExtension', byMs: 0 }, monday + dayMs)).toMatchObject({ field: 'byMs' });
    expect(signedTicket('none').one.ask({ type: 'askExtension', byMs: dayMs }, monday + dayMs)).toEqual({
      code: 'INVALID',
      field: 'byMs',
      reason: 'the ticket has no deadline to extend',
    });
    expect(one.ask({ type: 'grantExtension' }, monday + dayMs, district)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'no extension is asked for',
    });
    expect(one.ask({ type: 'askExtension', byMs: dayMs }, monday + 8 * dayMs)).toMatchObject({
      rule: 'handling.extension',
    });
  });

  it('may be refused, which the lead is told, and asked for again', () => {
    const { one, district } = signedTicket('general');
    const refuse = () => one.ask({ type: 'refuseExtension' }, monday + dayMs, district);
    expect(refuse()).toEqual({ code: 'OUT_OF_TURN', reason: 'no extension is asked for' });
    one.ask({ type: 'askExtension', byMs: dayMs }, monday + dayMs);

    expect(refuse()).toBeUndefined();

    expect(one.lines.at(-1)).toMatchObject({
      event: 'extensionRefused',
      rule: 'handling.extension',
      by: district,
    });
    expect(one.owed.at(-1)).toMatchObject({ kind: 'notice', to: one.ticket.lead, event: 'extensionRefused' });
    expect(one.ticket.dueAt).toBe(monday + 7 * dayMs);
    expect(one.ask({ type: 'askExtension', byMs: dayMs }, monday + dayMs)).toBeUndefined();
    one.ask({ type: 'grantExtension' }, monday + dayMs, district);
    expect(one.ticket.extensions).toBe(1);
    expect(one.owed.slice(-2).map(({ kind, event }) => [kind, event])).toEqual([
      ['notice', 'extensionGranted'],
      ['status', 'extensionGranted'],
    ]);
  });

  it('may be as long as the pack’s share of the limit', () => {
    const half = overlaidCity({ handling: { extension: { shareMax: says(0.5) } } });
    const one = new Case(
      half,
      { itemCode: '0101-01', placeCode: '110101017', tier: tier('general') },
      monday,
    );
    one.ask({ type: 'sign' }, monday);

    expect(one.ask({ type: 'askExtension', byMs: 3.5 * dayMs + 1 }, monday)).toMatchObject({
      rule: 'handling.extension.shareMax',
      limit: 3.5 * dayMs,
    });
    expect(one.ask({ type: 'askExtension', byMs: 3.5 * dayMs }, monday)).toBeUndefined();
  });

  it('granted after the deadline takes the delay back, and the rungs are climbed again at their new times', () => {
    const { one, district } = signedTicket('general');
    one.ask({ type: 'askExtension', byMs: 5 * dayMs }, monday + 6 * dayMs);
    one.until(monday + 7 * dayMs + hourMs);
    expect(one.ticket.overdueAt).toBe(monday + 7 * dayMs);

    one.ask({ type: 'grantExtension' }, monday + 7 * dayMs + hourMs, district);
    one.until(monday + 14 * dayMs);

    const climbed = one
      .times('rungClimbed')
      .slice(-3)
      .map((at) => at - monday);
    expect(climbed).toEqual([9.6 * dayMs, 12 * dayMs, 13 * dayMs]);
    expect(one.ticket.overdueAt).toBe(monday + 12 * dayMs);
  });
});

describe('another tier', () => {
  it('keeps the time already used', () => {
    const { one } = signedTicket('general');

    one.ask({ type: 'reclassify', item: keep, tier: tier('complex') }, monday + 2 * dayMs);

    expect(one.ticket.dueAt).toBe(monday + 15 * dayMs);
  });

  it('that has passed already makes the ticket overdue and presses the district at once', () => {
    const { one, district } = signedTicket('complex');
    const now = monday + 5 * dayMs;

    one.ask({ type: 'reclassify', item: keep, tier: tier('basics') }, now);
    one.until(now + minuteMs);

    expect(one.ticket.overdueAt).toBe(monday + dayMs);
    expect(one.owed.filter(({ event, to }) => event === 'rungClimbed' && to === district)).toHaveLength(1);
    expect(one.times('rungClimbed')).toEqual([now, now, now, now]);
  });

  it('given while the ticket waits makes it overdue again only when the new limit passes', () => {
    const { one, district } = signedTicket('basics');
    one.until(monday + 2 * dayMs);
    one.ask({ type: 'suspend', reviewAt: NEVER }, monday + 2 * dayMs, district);
    one.ask({ type: 'reclassify', item: keep, tier: tier('general') }, monday + 3 * dayMs, district);
    one.ask({ type: 'resume' }, monday + 4 * dayMs);
    expect([one.ticket.dueAt, one.ticket.overdueAt]).toEqual([monday + 9 * dayMs, NEVER]);

    one.until(monday + 10 * dayMs);

    expect(one.ticket.overdueAt).toBe(monday + 9 * dayMs);
  });

  it('given before the signature leaves a clock that starts with it alone', () => {
    const { rules } = otherwise();
    const one = new Case(otherwise(), { itemCode: '0101-01', placeCode: '110101017' }, monday);
    one.ask({ type: 'reclassify', item: keep, tier: rules.tierByKey.get('emergency')! }, monday + hourMs, -2);
    one.ask({ type: 'reclassify', item: keep, tier: rules.tierByKey.get('basics')! }, monday + hourMs, -2);
    expect(one.ticket.dueAt).toBe(NEVER);

    one.ask({ type: 'sign' }, monday + 2 * hourMs);

    expect(one.ticket.dueAt).toBe(monday + 26 * hourMs);
  });
});

describe('working days', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);

  it('leave out 国庆 and count the weekend days worked instead', () => {
    const { rules } = workdays();
    const opened = at('2026-09-29T10:00:00');
    const one = new Case(
      workdays(),
      { itemCode: '0101-01', placeCode: '110101017', tier: rules.tierByKey.get('general')! },
      opened,
    );

    // Seven working days: 29 and 30 September, 8, 9 and the worked Saturday 10 October, then 12 and 13.
    expect(one.ticket.dueAt).toBe(at('2026-10-14T10:00:00'));
  });
});
