import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { otherwise } from './life/sample-cities.ts';

const city = beijing('beijing-2019');
const { rules } = city;
const street = '110101017';
const request = { itemCode: '0101-01', placeCode: street, tier: rules.tierByKey.get('general')! };

/** Disputed by its lead and given to another subdistrict, two hours after it was opened. */
function givenOn(one: Case): Case {
  one.ask({ type: 'dispute' }, monday + 2 * hourMs);
  const by = one.unit('110000');
  one.ask({ type: 'arbitrate', lead: one.unit('110101001') }, monday + 2 * hourMs, by);
  expect(one.leadCode).toBe('110101001');
  return one;
}

describe('a ticket given to another unit', () => {
  it('is signed again, but was first signed when it was', () => {
    const one = new Case(city, request, monday);
    one.ask({ type: 'sign' }, monday + minuteMs);
    givenOn(one);
    expect(one.ticket.signBy).toBeLessThan(NEVER);

    one.ask({ type: 'sign' }, monday + 3 * hourMs);

    expect([one.ticket.signedAt, one.ticket.signBy]).toEqual([monday + minuteMs, NEVER]);
    expect(one.times('signed')).toEqual([monday + minuteMs, monday + 3 * hourMs]);
  });

  it('promises no first word to a citizen who has had it, and one to a citizen who has not', () => {
    const told = new Case(city, request, monday);
    told.ask({ type: 'sign' }, monday + minuteMs);
    told.ask({ type: 'contact' }, monday + minuteMs);
    const untold = new Case(city, request, monday);
    const lead = told.unit('110101001');
    for (const one of [told, untold]) one.ask({ type: 'joinMatter', lead }, monday + hourMs, Actor.hotline);

    expect([told.leadCode, told.ticket.contactBy]).toEqual(['110101001', NEVER]);
    expect(untold.ticket.contactBy).toBe(monday + hourMs + rules.handling.contactMs);
  });

  it('goes on with the clock that the first signature started', () => {
    const basics = otherwise().rules.tierByKey.get('basics')!;
    const one = new Case(otherwise(), { ...request, tier: basics }, monday);
    one.ask({ type: 'sign' }, monday + hourMs);
    givenOn(one);

    one.ask({ type: 'sign' }, monday + 12 * hourMs);

    expect(one.ticket.usedMs).toBe(hourMs);
    expect(one.ticket.dueAt).toBe(monday + 25 * hourMs);
  });
});

describe('the reason of a hand-over', () => {
  it('is the routing to the subdistrict, or to the district where no more of the place is known', () => {
    const ruleAt = (placeCode: string) =>
      new Case(city, { ...request, placeCode }, monday).lines.find(({ event }) => event === 'dispatched')!;

    expect(ruleAt(street).rule).toBe('dispatch.routing.subdistrict');
    expect(ruleAt('110101').rule).toBe('dispatch.routing.district');
  });
});

describe('a reclassified ticket', () => {
  it('is no guess any more, and keeps its limit where the tier stays', () => {
    const one = new Case(city, { ...request, guessed: true }, monday);
    const { dueAt } = one.ticket;

    one.ask({ type: 'reclassify', item: one.ticket.item, tier: keep }, monday + hourMs, Actor.hotline);

    expect([one.ticket.guessed, one.ticket.tierFixed, one.ticket.dueAt]).toEqual([false, true, dueAt]);
    expect(one.owed.slice(-2).map(({ kind, event }) => [kind, event])).toEqual([
      ['status', 'reclassified'],
      ['notice', 'reclassified'],
    ]);
  });
});
