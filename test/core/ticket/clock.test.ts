import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const city = beijing('beijing-2019');
const request = { itemCode: '0101-01', placeCode: '110101017' };
const tier = (key: string) => city.rules.tierByKey.get(key)!;
/** Seven days, with rungs after 3.5, 5.6, 7 and 8 of them. */
const week = { ...request, tier: tier('general') };

function signed(opening: object = week, of = city) {
  const one = new Case(of, opening, monday);
  one.ask({ type: 'sign' }, monday);
  return one;
}
const reclassify = (one: Case, key: string, at: number) =>
  one.ask({ type: 'reclassify', item: keep, tier: tier(key) }, at, Actor.hotline);
const grant = (one: Case, byMs: number, askedAt: number, at: number) => {
  one.ask({ type: 'askExtension', byMs }, askedAt);
  return one.ask({ type: 'grantExtension' }, at, one.unit('110101'));
};

describe('the rungs of a backlog', () => {
  it('press nobody where they lay before it was loaded; one of that very instant and the later ones do', () => {
    const one = new Case(city, { ...week, backlog: true, requestedAt: monday - 5.6 * dayMs }, monday);

    one.until(monday + 20 * dayMs);

    expect(one.times('rungClimbed')).toEqual([monday, monday + 1.4 * dayMs, monday + 2.4 * dayMs]);
  });

  it('are all over where its whole ladder was', () => {
    const one = new Case(city, { ...week, backlog: true, requestedAt: monday - 9 * dayMs }, monday);

    one.until(monday + 20 * dayMs);

    expect([one.times('rungClimbed'), one.ticket.rung]).toEqual([[], city.rules.ladder.count]);
  });

  it('run from the call also where the clock waits for the signature, and the lateness is said then', () => {
    const waiting = overlaidCity({ handling: { startsAt: says('sign') } });
    const one = new Case(waiting, { ...week, backlog: true, requestedAt: monday - 9 * dayMs }, monday);
    expect(one.times('loadedOverdue')).toEqual([]);

    one.ask({ type: 'sign' }, monday + hourMs);

    expect(one.ticket.overdueAt).toBe(monday - 2 * dayMs);
    expect(one.lines.at(-1)).toMatchObject({ event: 'loadedOverdue', by: Actor.clock, at: monday + hourMs });
  });
});

describe('a rung that was climbed', () => {
  it('is not climbed again when a longer limit has passed it too', () => {
    const one = signed();

    grant(one, 0.5 * dayMs, monday + 4 * dayMs, monday + 4 * dayMs);
    one.until(monday + 5 * dayMs);

    expect(one.times('rungClimbed')).toEqual([monday + 3.5 * dayMs]);
  });

  it('is climbed again when the longer limit reaches it only now', () => {
    const one = signed();

    grant(one, dayMs, monday + 4 * dayMs, monday + 4 * dayMs);
    one.until(monday + 5 * dayMs);

    expect(one.times('rungClimbed')).toEqual([monday + 3.5 * dayMs, monday + 4 * dayMs]);
  });
});

describe('a ticket past its deadline', () => {
  it('is in time again when the longer limit ends at this very instant, and late after it', () => {
    const one = signed();
    grant(one, 2 * dayMs, monday + dayMs, monday + 9 * dayMs);
    expect([one.ticket.overdueAt, one.ticket.countAt]).toEqual([NEVER, NEVER]);

    one.until(monday + 9 * dayMs + 1);

    expect(one.ticket.overdueAt).toBe(monday + 9 * dayMs);
  });

  it('was late from its first deadline, though a shorter tier would have had an earlier one', () => {
    const one = signed({ ...request, tier: tier('complex') });

    reclassify(one, 'general', monday + 16 * dayMs);

    expect([one.ticket.dueAt, one.ticket.overdueAt]).toEqual([monday + 7 * dayMs, monday + 15 * dayMs]);
  });

  it('stays late while it waits, on a tier that it has used up as well', () => {
    const one = signed({ ...request, tier: tier('complex') });
    one.ask({ type: 'suspend', reviewAt: NEVER }, monday + 16 * dayMs, one.unit('110101'));

    reclassify(one, 'general', monday + 17 * dayMs);

    expect([one.ticket.dueAt, one.ticket.overdueAt]).toEqual([NEVER, monday + 15 * dayMs]);
  });

  it('is late no more on a tier without a deadline, which climbs no rung', () => {
    const one = signed();
    reclassify(one, 'none', monday + 7 * dayMs + hourMs);

    expect([one.ticket.dueAt, one.ticket.overdueAt, one.ticket.rungAt]).toEqual([NEVER, NEVER, NEVER]);
    const climbed = one.times('rungClimbed').length;
    expect(one.until(monday + 20 * dayMs).times('rungClimbed')).toHaveLength(climbed);
  });

  it('gets the limit of its tier when it comes from one without a deadline, less what was used', () => {
    const one = signed({ ...request, tier: tier('none') });

    reclassify(one, 'general', monday + 2 * dayMs);

    expect([one.ticket.limitMs, one.ticket.dueAt]).toEqual([7 * dayMs, monday + 7 * dayMs]);
  });
});

describe('a clock that stood still', () => {
  it('goes on after the dispute that paused it, though nobody has signed', () => {
    const pausing = overlaidCity({ dispute: { handlingClock: says('pauses') } });
    const one = new Case(pausing, week, monday);
    one.ask({ type: 'dispute' }, monday + hourMs);
    expect(one.ticket.dueAt).toBe(NEVER);

    one.ask({ type: 'arbitrate', lead: one.ticket.lead }, monday + 3 * hourMs, one.unit('110101'));

    expect(one.ticket.dueAt).toBe(monday + 7 * dayMs + 2 * hourMs);
  });

  it('does not start with the signature while a department is out that it waits for', () => {
    const waiting = overlaidCity({
      handling: { startsAt: says('sign') },
      whistleKinds: { emergency: { leadClock: says('pauses') } },
    });
    const one = new Case(waiting, week, monday);
    const units = [one.unit('police'), one.unit('water')];
    const kind = waiting.rules.whistleByKey.get('emergency')!;
    one.ask({ type: 'blowWhistle', kind, units, onCall: false }, monday + minuteMs);

    one.ask({ type: 'sign' }, monday + hourMs);

    expect([one.status, one.ticket.runningSince, one.ticket.dueAt]).toEqual(['signed', NEVER, NEVER]);
    const leaves = (unit: number, at: number) =>
      one.ask({ type: 'failSummons', unit }, at, one.unit('110101'));
    leaves(units[0]!, monday + 2 * hourMs);
    expect(one.ticket.runningSince).toBe(NEVER);
    leaves(units[1]!, monday + 3 * hourMs);
    expect(one.ticket.dueAt).toBe(monday + 3 * hourMs + 7 * dayMs);
  });
});
