import { describe, expect, it } from 'vitest';
import { type MeasureName, measures } from '../../../../sim/city/measures.ts';
import { runCity } from '../../../../sim/city/run-city.ts';
import type { RunResult } from '../../../../sim/city/run-result.ts';
import { traceRun } from '../../../../sim/city/trace.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';
import { earlyCity, type Switches } from './early-city.ts';

const all: Switches = { hotspots: true, matters: true, topics: true, patrols: true };
const again = { citizens: { againShare: says(0) } };

const off = runCity(earlyCity({}));
const on = runCity(earlyCity(all));

/** What a run shows, without what is counted of acting early itself. */
const apartFromEarly = ({
  digest: _,
  causes: _causes,
  measures: values,
  assumptions: _list,
  events: _all,
  ...rest
}: RunResult) => ({
  ...rest,
  measures: Object.fromEntries(
    Object.entries(values).filter(([name]) => !('of' in measures[name as MeasureName])),
  ),
});

/** When and where each first-time request came in. */
function requestsOf(setup: Parameters<typeof traceRun>[0]): string[] {
  const seen: string[] = [];
  traceRun(setup, {
    open: (_ticket, at, { item, place, kind }, { caller }) =>
      seen.push([at, item, place, kind, caller].join()),
    command: () => {},
    entry: () => {},
    effect: () => {},
  });
  return seen;
}

describe('a scenario in which nothing is switched on', () => {
  it('is the run of a scenario that says nothing of causes, to the last bit', () => {
    const base = { startDate: '2025-03-01', days: 50, warmUpDays: 20, load: { contactsPerDay: says(400) } };
    const shipped = scenarioWith('early-off', {});
    const silent = runCity(setupOf({ scenario: scenarioWith('beijing-day', base), seed: 5 }));

    const said = runCity(
      setupOf({
        scenario: scenarioWith('beijing-day', { ...base, early: { ...shipped.early, causes: [] } }),
        seed: 5,
      }),
    );

    expect(said.digest).toBe(silent.digest);
    expect(said.events).toBe(silent.events);
    expect(silent.causes).toBeUndefined();
    expect(said.causes).toEqual([]);
  });

  it('warns of nothing and avoids nothing', () => {
    expect(off.measures.causeTickets).toBeGreaterThan(3_000);
    expect(off.measures).toMatchObject({
      avoidedTickets: 0,
      warnings: 0,
      matters: 0,
      topics: 0,
      earlyHours: 0,
    });
  });
});

describe('acting early', () => {
  it('neither makes nor loses a request: each of a cause has come or is counted as avoided', () => {
    expect(on.measures.avoidedTickets).toBeGreaterThan(100);
    expect(on.measures.causeTickets + on.measures.avoidedTickets).toBe(off.measures.causeTickets);
    for (const [n, kind] of on.causes!.entries()) {
      expect(kind.tickets + kind.avoided).toBe(off.causes![n]!.tickets);
    }
    expect(on.causes!.reduce((sum, { avoided }) => sum + avoided, 0)).toBe(on.measures.avoidedTickets);
  });

  it('takes away requests of causes and adds none, where nobody calls again', () => {
    const [due, came] = [requestsOf(earlyCity({}, again)), requestsOf(earlyCity(all, again))];
    const known = new Set(due);

    expect(came.length).toBeLessThan(due.length);
    expect(came.filter((request) => !known.has(request))).toEqual([]);
  });

  it('avoids nothing where units only look at what they are warned of', () => {
    const response = { actedShare: says(0) };

    const { measures: seen } = runCity(earlyCity({ hotspots: true }, { ...again, early: { response } }));

    const still = runCity(earlyCity({}, again)).measures;
    expect(seen.warnings).toBeGreaterThan(5);
    expect(seen).toMatchObject({ avoidedTickets: 0, warningsActed: 0, tickets: still.tickets });
    expect(seen.earlyHours).toBeGreaterThan(seen.warnings);
  });

  it('changes nothing else where what it does takes no time and achieves nothing', () => {
    const early = {
      response: { checkHours: says(0), actHours: says(0), removedShare: says(0) },
      matter: { planHours: says(0), memberShare: says(1) },
      topic: { leadHours: says(0), helperHours: says(0), sparedShare: says(0), easierBy: says(0) },
      patrol: { hoursPerDay: says(0) },
    };

    const idle = runCity(earlyCity(all, { early }));

    expect(idle.measures.warnings).toBeGreaterThan(5);
    expect(idle.measures.topics).toBeGreaterThan(0);
    expect(idle.measures.patrolFinds).toBeGreaterThan(0);
    expect(apartFromEarly(idle)).toEqual(apartFromEarly(off));
  });

  it('takes the time of staff, also for a false alarm', () => {
    const early = { response: { actedShare: says(0), checkHours: says(40) } };

    const busy = runCity(
      earlyCity({ hotspots: true }, { early }, { falseAlarms: 9_000, surge: { factor: 1.5, extra: 0.1 } }),
    ).measures;

    expect(busy.falseAlarms).toBeGreaterThan(0);
    // Looks come hours after warnings: a few of them fall before or after what is measured.
    expect(busy.earlyHours / 40).toBeGreaterThan(0.9 * busy.warnings);
    expect(busy.earlyHours / 40).toBeLessThan(1.1 * busy.warnings);
    expect(busy.meanWaitHours).toBeGreaterThan(off.measures.meanWaitHours);
  });

  it('avoids more the more an action removes', () => {
    const avoided = (share: number) =>
      runCity(earlyCity({ hotspots: true }, { early: { response: { removedShare: says(share) } } })).measures
        .avoidedTickets;

    expect(avoided(0.9)).toBeGreaterThan(avoided(0.3));
  });
});

describe('a matter', () => {
  it('shares the work of its tickets, and every one of them is called back as before', () => {
    // Nothing but the sharing takes or saves time here.
    const early = { matter: { planHours: says(0) }, response: { checkHours: says(0) } };
    const called = (switches: Switches) => {
      const tickets = new Set<number>();
      const { measures: seen } = traceRun(earlyCity(switches, { ...again, early }), {
        open: () => {},
        command: (ticket, _at, { type }, refusal) => {
          if (type === 'recordCallback' && refusal === undefined) tickets.add(ticket);
        },
        entry: () => {},
        effect: () => {},
      });
      return { tickets, seen };
    };

    const [apart, joined] = [called({}), called({ matters: true })];

    expect(joined.seen.matters).toBeGreaterThan(5);
    expect(joined.seen.membersPerMatter).toBeGreaterThan(3);
    expect(joined.seen.tickets).toBe(apart.seen.tickets);
    expect(joined.seen.staffHours).toBeLessThan(apart.seen.staffHours - 200);
    // Those answered in the last days may be called a day sooner or later.
    const missing = [...apart.tickets].filter((ticket) => !joined.tickets.has(ticket)).length;
    expect(missing).toBeLessThan(0.002 * apart.tickets.size);
  });
});
