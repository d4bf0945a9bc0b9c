import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { actBy, ownerOf } from '../../../functions/core/ticket/owner.ts';
import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { unresolved } from '../../support/unresolved.ts';

const city = beijing('beijing-2019');
const { rules } = city;

/** A ticket of seven days, in the hands of its lead. */
function handled() {
  const one = new Case(
    city,
    { itemCode: '0101-01', placeCode: '110101017', tier: rules.tierByKey.get('general')! },
    monday,
  );
  one.ask({ type: 'sign' }, monday);
  one.ask({ type: 'contact' }, monday);
  return one;
}
const stands = (one: Case) => [one.status, ownerOf(one.ticket, rules), actBy(one.ticket)];

describe('who must act, and until when', () => {
  it('is the lead until the deadline while it handles the ticket', () => {
    const one = handled();

    expect(stands(one)).toEqual(['handling', one.ticket.lead, monday + 7 * dayMs]);
  });

  it('is the hotline until the end of the callback’s window once it is answered, beyond the deadline', () => {
    const one = handled();
    one.ask({ type: 'answer' }, monday + 6 * dayMs);
    one.until(monday + 6 * dayMs + hourMs);

    expect(one.ticket.dueAt).toBe(monday + 7 * dayMs);
    expect(stands(one)).toEqual(['answered', Actor.hotline, monday + 6 * dayMs + rules.callback.windowMs]);
  });

  it('is the supervisor until the next review once nobody sends it back any more', () => {
    const one = handled();
    const calledAt = [1, 2, 3].map((day) => monday + day * dayMs);
    for (const at of calledAt) {
      one.ask({ type: 'answer' }, at - hourMs);
      one.ask(unresolved, at, Actor.hotline);
    }

    expect(one.ticket.dueAt).toBeLessThan(calledAt[2]! + rules.reviewMs);
    expect(stands(one)).toEqual(['calledBack', one.unit('110101'), calledAt[2]! + rules.reviewMs]);
  });
});
