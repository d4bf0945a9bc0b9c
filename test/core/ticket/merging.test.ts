import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { Outcome, requestKinds } from '../../../functions/core/ticket/kinds.ts';
import { hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const request = { itemCode: '0101-01', placeCode: '110101017' };
const { elderCheckMs } = city.rules;
const mergedAt = monday + minuteMs;
const seenAt = mergedAt + elderCheckMs + 1;

/** A ticket merged a minute after it came, when it is time to look at its elder. */
function merged(opening: object = {}) {
  const one = new Case(city, { ...request, ...opening }, monday);
  one.ask({ type: 'merge' }, mergedAt, Actor.hotline);
  return one;
}
const see = (one: Case, elder: 'open' | 'answered' | 'ended') =>
  one.ask({ type: 'elderSeen', elder }, seenAt, Actor.clock);
const toldAt = (one: Case, at: number) =>
  one.owed.filter((owed) => owed.at === at).map(({ kind, to, event }) => [kind, to, event]);

describe('a merged ticket', () => {
  it('is checked against its elder after the time the rules give', () => {
    const one = merged();

    expect([one.status, one.ticket.elderCheckAt]).toEqual(['merged', mergedAt + elderCheckMs]);
  });

  it('is checked again as long after as its elder is open', () => {
    const one = merged();
    see(one, 'open');

    expect([one.status, one.ticket.elderCheckAt]).toEqual(['merged', seenAt + elderCheckMs]);
    expect(toldAt(one, seenAt)).toEqual([]);
  });

  it('is answered with its elder, and the platform is told', () => {
    const one = merged();
    see(one, 'answered');

    expect([one.status, one.ticket.answeredAt, one.ticket.elderCheckAt]).toEqual(['answered', seenAt, NEVER]);
    expect(one.lines.at(-1)).toMatchObject({
      event: 'elderAnswered',
      rule: 'intake.elderCheck',
      by: Actor.clock,
      unit: one.ticket.lead,
    });
    expect(toldAt(one, seenAt)).toEqual([['status', Actor.hotline, 'elderAnswered']]);
  });

  it('without a citizen to call back closes as done with its elder', () => {
    const one = merged({ kind: requestKinds.indexOf('patrol') });
    see(one, 'answered');

    expect([one.status, one.ticket.outcome]).toEqual(['closed', Outcome.done]);
    expect(one.lines.at(-1)).toMatchObject({ event: 'closed', rule: 'intake.elderCheck' });
  });

  it('goes on by itself when its elder ended otherwise, and its lead and the platform are told', () => {
    const one = merged();
    see(one, 'ended');

    expect(one.status).toBe('dispatched');
    expect(one.ticket.runningSince).not.toBe(NEVER);
    expect(one.lines.at(-1)).toMatchObject({ event: 'elderEnded', rule: 'intake.elderCheck' });
    expect(toldAt(one, seenAt)).toEqual([
      ['status', Actor.hotline, 'elderEnded'],
      ['notice', one.ticket.lead, 'elderEnded'],
    ]);
  });

  it('that goes on promises anew what it had not kept, and nothing that it had missed', () => {
    const fresh = merged();
    see(fresh, 'ended');
    const { signMs, contactMs } = city.rules.handling;
    expect([fresh.ticket.signBy, fresh.ticket.contactBy]).toEqual([seenAt + signMs, seenAt + contactMs]);
    expect([fresh.ticket.reviews, fresh.ticket.reviewAt]).toEqual([0, seenAt + city.rules.reviewMs]);

    const late = new Case(city, request, monday);
    late.ask({ type: 'merge' }, monday + contactMs + 1, Actor.hotline);
    late.ask({ type: 'elderSeen', elder: 'ended' }, monday + 2 * contactMs, Actor.clock);
    expect([late.ticket.signLate, late.ticket.contactLate]).toEqual([true, true]);
    expect([late.ticket.signBy, late.ticket.contactBy]).toEqual([NEVER, NEVER]);

    const told = new Case(city, request, monday);
    told.ask({ type: 'sign' }, monday);
    told.ask({ type: 'contact' }, monday);
    told.ask({ type: 'merge' }, mergedAt, Actor.hotline);
    see(told, 'ended');
    expect([told.status, told.ticket.signBy, told.ticket.contactBy]).toEqual(['handling', NEVER, NEVER]);

    const patrol = merged({ kind: requestKinds.indexOf('patrol') });
    see(patrol, 'ended');
    expect([patrol.ticket.signBy, patrol.ticket.contactBy]).toEqual([seenAt + signMs, NEVER]);
  });

  it('keeps its own promises after their instant and not on it, though nobody has looked at its elder', () => {
    const one = merged({ tier: city.rules.tierByKey.get('general')! });
    const halfway = one.ticket.rungAt;
    expect(one.ticket.elderCheckAt).toBeLessThan(halfway);

    expect(one.until(halfway).times('rungClimbed')).toEqual([]);
    expect(one.until(halfway + 1).times('rungClimbed')).toEqual([halfway]);
  });

  it('is not merged while a department is out for it', () => {
    const one = new Case(city, request, monday);
    one.ask({ type: 'sign' }, monday + minuteMs);
    const department = city.rules.units.kinds.indexOf('department');
    one.ask({ type: 'blowWhistle', kind: 0, units: [department], onCall: false }, monday + 2 * minuteMs);

    const refused = one.ask({ type: 'merge' }, monday + hourMs, Actor.hotline);

    expect(refused).toEqual({ code: 'SUMMONS_OPEN', open: one.ticket.openSummonses });
  });
});
