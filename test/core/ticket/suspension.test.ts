import { describe, expect, it } from 'vitest';
import { suspensionDaysMax } from '../../../functions/core/ticket/transitions/handling.ts';
import { dayMs, hourMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { monday } from '../../support/case.ts';
import { signedTicket } from '../../support/signed-ticket.ts';

const city = beijing('beijing-2019');

describe('a suspension', () => {
  it('stops the clock until the review, and goes on with exactly what was left', () => {
    const { one, district } = signedTicket('general');
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
    const { one, district } = signedTicket('general');
    one.ask({ type: 'suspend', reviewAt: monday + 9 * dayMs }, monday + hourMs, district);
    expect([one.ticket.reviewAt, one.ticket.contactBy]).toEqual([monday + 9 * dayMs, NEVER]);

    one.ask({ type: 'resume' }, monday + 2 * dayMs);

    expect(one.ticket.contactBy).toBe(monday + 2 * dayMs + city.rules.handling.contactMs);
    expect(one.ticket.signBy).toBe(NEVER);
  });

  it('needs a review in the future', () => {
    const { one, district } = signedTicket('general');

    expect(one.ask({ type: 'suspend', reviewAt: monday + dayMs }, monday + dayMs, district)).toEqual({
      code: 'INVALID',
      field: 'reviewAt',
      reason: 'must lie in the future',
    });
  });

  it('waits no longer than a year before it is looked at', () => {
    const { one, district } = signedTicket('general');
    const latest = monday + dayMs + suspensionDaysMax * dayMs;

    const later = one.ask({ type: 'suspend', reviewAt: latest + 1 }, monday + dayMs, district);
    const then = one.ask({ type: 'suspend', reviewAt: latest }, monday + dayMs, district);

    expect(later).toEqual({ code: 'INVALID', field: 'reviewAt', reason: 'must lie at most 366 days ahead' });
    expect([then, one.ticket.reviewAt]).toEqual([undefined, latest]);
  });
});
