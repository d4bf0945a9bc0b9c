import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const tier = (key: string) => city.rules.tierByKey.get(key)!;

/** A signed ticket of a tier at 东华门, and the district above it. */
function signed(key: string, at = monday) {
  const one = new Case(city, { itemCode: '0101-01', placeCode: '110101017', tier: tier(key) }, at);
  one.ask({ type: 'sign' }, at + minuteMs);
  return { one, district: one.unit('110101') };
}

describe('a suspension', () => {
  it('stops the clock until the review, and goes on with exactly what was left', () => {
    const { one, district } = signed('general');
    one.ask({ type: 'suspend', reviewAt: NEVER }, monday + 3 * dayMs, district);

    expect([one.status, one.ticket.dueAt]).toEqual(['suspended', NEVER]);
    one.until(monday + 33 * dayMs + 1);
    expect(one.times('reviewed')).toEqual([monday + 33 * dayMs]);
    expect(one.times('rungClimbed')).toEqual([]);

    one.ask({ type: 'resume' }, monday + 40 * dayMs);
    expect([one.status, one.ticket.dueAt]).toEqual(['signed', monday + 44 * dayMs]);
    expect([one.ticket.reviews, one.ticket.reviewAt]).toEqual([0, monday + 40 * dayMs + city.rules.reviewMs]);
  });

  it('is looked at on the day that was named, and then goes on to promise a first word', () => {
    const { one, district } = signed('general');
    one.ask({ type: 'suspend', reviewAt: monday + 9 * dayMs }, monday + hourMs, district);
    expect([one.ticket.reviewAt, one.ticket.contactBy]).toEqual([monday + 9 * dayMs, NEVER]);

    one.ask({ type: 'resume' }, monday + 2 * dayMs);

    expect(one.ticket.contactBy).toBe(monday + 2 * dayMs + city.rules.handling.contactMs);
    expect(one.ticket.signBy).toBe(NEVER);
  });

  it('needs a review in the future', () => {
    const { one, district } = signed('general');

    expect(one.ask({ type: 'suspend', reviewAt: monday + dayMs }, monday + dayMs, district)).toEqual({
      code: 'INVALID',
      field: 'reviewAt',
      reason: 'must lie in the future',
    });
  });
});
