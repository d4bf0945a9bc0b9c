import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import type { Answer } from '../../../functions/core/ticket/kinds.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
/** The last milliseconds of November and December 2026 in Beijing. */
const november = Date.parse('2026-12-01T00:00:00+08:00') - 1;
const december = Date.parse('2027-01-01T00:00:00+08:00') - 1;
const request = { itemCode: '0101-01', placeCode: '110101017' };
const emergency = 2 * hourMs;

/** A ticket of two hours' limit, opened so that its deadline is `dueAt`. */
const due = (dueAt: number) => {
  const one = new Case(city, request, dueAt - emergency);
  expect(one.ticket.dueAt).toBe(dueAt);
  return one;
};

describe('a ticket open past its deadline', () => {
  it('is counted once at the last millisecond of each month, for whoever leads then', () => {
    const one = new Case(city, request, monday).until(december + 1);

    expect(one.times('countedOverdue')).toEqual([november, december]);
    const entered = one.owed.filter(({ kind }) => kind === 'ledger');
    expect(entered.map(({ to, at }) => [to, at])).toEqual([
      [one.ticket.lead, november],
      [one.ticket.lead, december],
    ]);
  });

  it.each([
    ['a millisecond before the month’s last', november - 1, [november]],
    ['on the month’s last, which is not past it', november, []],
  ])('whose deadline is %s is counted in that month: %j', (_, dueAt, counted) => {
    expect(
      due(dueAt)
        .until(november + 1)
        .times('countedOverdue'),
    ).toEqual(counted);
  });

  it('is not counted when it ends in the month, on its last millisecond too', () => {
    const one = new Case(city, request, monday);

    one.ask({ type: 'withdraw' }, november, Actor.hotline);

    expect(one.until(december + 1).times('countedOverdue')).toEqual([]);
  });

  it('is counted while it is suspended, and while its late answer waits for a callback', () => {
    const suspended = new Case(city, request, monday);
    suspended.ask({ type: 'sign' }, monday);
    suspended.ask({ type: 'suspend', reviewAt: NEVER }, monday + dayMs, suspended.unit('110101'));
    const answered = new Case(city, request, november - hourMs - emergency);
    answered.ask({ type: 'sign' }, november - 2 * hourMs);
    answered.ask({ type: 'answer' }, november - minuteMs);

    expect(suspended.until(november + 1).times('countedOverdue')).toEqual([november]);
    expect(answered.until(november + 1).times('countedOverdue')).toEqual([november]);
  });

  it('starts anew when it is reopened: its second deadline counts, not its first', () => {
    const no = 2 as Answer;
    const one = new Case(city, request, monday);
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'answer' }, november - 2 * hourMs);
    const callback = { reached: true, responded: no, resolved: no, satisfied: no };
    one.ask({ type: 'recordCallback', ...callback }, november - minuteMs, Actor.hotline);

    expect(one.status).toBe('handling');
    expect(one.until(december + 1).times('countedOverdue')).toEqual([december]);
  });

  it('is no longer counted when an extension takes the delay back', () => {
    const one = new Case(city, { ...request, tier: city.rules.tierByKey.get('general')! }, monday);
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'askExtension', byMs: 7 * dayMs }, monday + dayMs);
    one.until(monday + 8 * dayMs);
    expect(one.ticket.countAt).toBe(november);

    one.ask({ type: 'grantExtension' }, monday + 8 * dayMs, one.unit('110101'));

    expect(one.ticket.countAt).toBe(NEVER);
    expect(one.until(monday + 14 * dayMs + 1).ticket.countAt).toBe(november);
  });

  it('late by a change of its tier is counted from then on, not for months before', () => {
    const one = new Case(
      city,
      { ...request, tier: city.rules.tierByKey.get('complex')! },
      november - 2 * dayMs,
    );
    one.ask({ type: 'sign' }, november - 2 * dayMs);
    const tier = city.rules.tierByKey.get('basics')!;

    one.ask({ type: 'reclassify', item: keep, tier }, november + dayMs, one.unit('110101'));

    expect(one.ticket.overdueAt).toBeLessThan(november);
    expect(one.until(december + 1).times('countedOverdue')).toEqual([december]);
  });

  it('of a backlog that was overdue when it was loaded is nobody’s lateness of a month', () => {
    const old = new Case(city, { ...request, backlog: true, requestedAt: monday - 90 * dayMs }, monday);
    const fresh = new Case(city, { ...request, backlog: true, requestedAt: monday }, monday);

    expect([old, fresh].map((one) => one.times('loadedOverdue'))).toEqual([[monday], []]);
    expect(old.until(december + 1).times('countedOverdue')).toEqual([]);
    expect(fresh.until(november + 1).times('countedOverdue')).toEqual([november]);
  });
});
