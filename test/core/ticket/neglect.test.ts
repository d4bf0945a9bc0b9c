import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { requestKinds } from '../../../functions/core/ticket/kinds.ts';
import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const { rules } = city;
const week = { itemCode: '0101-01', placeCode: '110101017', tier: rules.tierByKey.get('general')! };
const lead = rules.units.byCode.get('110101017')!;
const district = rules.units.byCode.get('110101')!;

/** What time alone did, and when, from `monday` on. */
const kept = (one: Case) =>
  one.lines.flatMap(({ at, event, by }) => (by === Actor.clock ? [[event, at]] : []));
const toldOf = (one: Case, event: string) =>
  one.owed.filter((owed) => owed.event === event).map(({ kind, to }) => [kind, to]);

describe('a ticket that nobody touches', () => {
  it('keeps each of its promises once, in the order of time, and none that it never gave', () => {
    const one = new Case(city, week, monday).until(monday + 31 * dayMs);

    const november = Date.parse('2026-12-01T00:00:00+08:00') - 1;
    expect(kept(one)).toEqual([
      ['dispatched', monday],
      ['signOverdue', monday + 2 * hourMs],
      ['contactOverdue', monday + dayMs],
      ['rungClimbed', monday + 3.5 * dayMs],
      ['rungClimbed', monday + 5.6 * dayMs],
      ['rungClimbed', monday + 7 * dayMs],
      ['rungClimbed', monday + 8 * dayMs],
      ['countedOverdue', november],
      ['reviewed', monday + 30 * dayMs],
    ]);
  });

  it('presses its lead twice, at the deadline the district, and a day later the city', () => {
    const one = new Case(city, week, monday).until(monday + 20 * dayMs);

    expect(toldOf(one, 'rungClimbed')).toEqual([
      ['notice', lead],
      ['notice', lead],
      ['status', Actor.hotline],
      ['notice', district],
      ['notice', rules.units.city],
    ]);
  });

  it('presses a district that leads for its signature alone, and the city with it', () => {
    const one = new Case(city, { ...week, placeCode: '110101' }, monday).until(monday + 3 * hourMs);

    expect(toldOf(one, 'signOverdue')).toEqual([
      ['notice', district],
      ['notice', rules.units.city],
    ]);
  });

  it('calls each helper late at the end of its own time', () => {
    const one = new Case(city, week, monday);
    one.ask({ type: 'addHelper', unit: one.unit('water') }, monday);
    one.ask({ type: 'addHelper', unit: one.unit('police') }, monday + hourMs);
    const [water, police] = one.ticket.helpers.map(({ dueAt }) => dueAt);

    one.until(monday + 20 * dayMs);

    expect(police! - water!).toBe(hourMs);
    expect(
      one.lines.flatMap(({ at, event, unit }) => (event === 'helperOverdue' ? [[unit, at]] : [])),
    ).toEqual([
      [one.unit('water'), water],
      [one.unit('police'), police],
    ]);
  });

  it('waits for its triage and is late from the moment it reached us, where its limit was over by then', () => {
    const item = rules.items.byCode.get('0101-01')!;
    const limitMs = rules.dispatchLimitMs[rules.items.dispatchClass[item]!]!;
    expect(limitMs).toBeLessThan(rules.lateMaxMs);

    const one = new Case(city, { itemCode: '0101-01', requestedAt: monday - rules.lateMaxMs }, monday);

    expect([one.ticket.openedAt, one.ticket.dispatchBy]).toEqual([monday - rules.lateMaxMs, monday]);
    expect(one.until(monday + dayMs).times('dispatchOverdue')).toEqual([monday]);
  });
});

describe('an answered ticket', () => {
  it('promises nothing any more but its callback', () => {
    const one = new Case(city, week, monday);
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'answer' }, monday + 25 * dayMs);
    const before = one.lines.length;

    one.until(monday + 60 * dayMs);

    expect(one.lines.slice(before).filter(({ event }) => event !== 'countedOverdue')).toMatchObject([
      { event: 'callbackDue', at: monday + 25 * dayMs },
      { event: 'callbackMissed' },
      { event: 'closed', at: monday + 32 * dayMs },
    ]);
  });

  it('without a deadline is called back at once, also where callbacks wait for the deadline', () => {
    const waiting = beijing('beijing-2023');
    const tier = waiting.rules.tierByKey.get('none')!;
    const one = new Case(waiting, { ...week, tier }, monday);
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'answer' }, monday + hourMs);

    expect(waiting.rules.callback.trigger).toBe('atDeadline');
    expect(one.ticket.callbackAt).toBe(monday + hourMs + waiting.rules.callback.delayMs);
  });
});

describe('the first word to a citizen', () => {
  const signed = (opening: object = {}) => {
    const one = new Case(city, { ...week, ...opening }, monday);
    one.ask({ type: 'sign' }, monday);
    return one;
  };

  it('keeps the promise of one, and a later answer does not move it', () => {
    const one = signed();
    one.ask({ type: 'contact' }, monday + hourMs);
    one.ask({ type: 'answer' }, monday + 2 * dayMs);

    expect(one.ticket.contactedAt).toBe(monday + hourMs);
    expect(one.times('contactOverdue')).toEqual([]);
  });

  it('is the answer itself where none came before, on the spot too', () => {
    const later = signed();
    later.ask({ type: 'answer' }, monday + hourMs);
    const onTheSpot = signed({ kind: requestKinds.indexOf('consult') });
    onTheSpot.ask({ type: 'answerOnTheSpot' }, monday + hourMs);

    expect([later.status, later.ticket.contactedAt]).toEqual(['answered', monday + hourMs]);
    expect([onTheSpot.status, onTheSpot.ticket.contactedAt]).toEqual(['closed', monday + hourMs]);
  });
});
