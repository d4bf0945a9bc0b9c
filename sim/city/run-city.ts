import { arrive, kindIndexes } from './arrivals.ts';
import { City } from './city.ts';
import { CityEvents } from './city-events.ts';
import type { CitySetup } from './city-setup.ts';
import { ContactFlow } from './contact-flow.ts';
import type { ContactSource } from './contact-source.ts';
import { Live, liveWidth } from './live-tickets.ts';
import { lookBefore } from './looking.ts';
import { isQuiet } from './next-look.ts';
import { loadOldCases } from './old-cases.ts';
import type { RunResult } from './run-result.ts';
import { wake } from './ticket-plan.ts';
import { toResult } from './to-result.ts';
import type { TraceSink } from './trace-sink.ts';

/**
 * Runs one replication of a scenario under a pack: the whole city, through the core's own rules, in virtual time. The same
 * setup gives the same result on any machine.
 *
 * @throws RangeError naming what in the setup cannot be run; CalendarCoverageError past the last known holidays
 */
export const runCity = (setup: CitySetup): RunResult => {
  const { city, events } = simulate(setup);
  return toResult(city, events);
};

export interface SimulateOptions {
  readonly sink?: TraceSink;
  /** Asked at each request: true ends the run there. */
  readonly isEnough?: () => boolean;
}

/** As `runCity`, and keeps the city for whoever looks at its tallies. */
export function simulate(
  setup: CitySetup,
  options: SimulateOptions = {},
): { readonly city: City; readonly events: CityEvents } {
  const { city, events, advance } = openCity(setup, options);
  advance(Number.POSITIVE_INFINITY);
  return { city, events };
}

/** A run that goes on when told to. */
export interface OpenCity {
  readonly city: City;
  readonly events: CityEvents;
  /** Goes on for so many requests that may become tickets. True if the run is over. */
  readonly advance: (requests: number) => boolean;
}

/** As `simulate`, for whoever has something else to do in between: where a run is halted changes nothing in it. */
export function openCity(setup: CitySetup, { sink, isEnough }: SimulateOptions = {}): OpenCity {
  const city = new City(setup, sink);
  const events = new CityEvents(city);
  const { env, streams, plans, startAt, endAt } = city;
  const { load } = setup.scenario;
  const { early, past, seats } = city;
  const flows: ContactSource[] = plans.map(
    (plan) => new ContactFlow(plan, load, events.dayNoise, startAt, streams),
  );
  if (early?.flow !== undefined) flows.push(early.flow);
  const kinds = kindIndexes(city.params.kinds);
  loadOldCases(city);
  const advance = (requests: number): boolean => {
    for (let left = requests; left > 0; left -= 1) {
      const flow = earliest(flows);
      const at = flow.at[0]!;
      past?.reach(at, events.handle);
      if (at >= endAt) {
        if (isEnough?.() !== true) finish(city, events);
        return true;
      }
      if (isEnough?.() === true) return true;
      env.runUntil(at, events.handle);
      city.now = at;
      if (
        past?.takes(flow, kinds[flow.kind]!, at) !== true &&
        early?.isAvoided(flow, flows.indexOf(flow)) !== true &&
        seats?.takes(flow, kinds[flow.kind]!) !== true
      )
        arrive(city, flow, kinds[flow.kind]!);
      flow.step();
    }
    return false;
  };
  return { city, events, advance };
}

/** No request is left. Times are whole: half a millisecond later the last day's own events have fired and nothing of the next one has. */
function finish(city: City, events: CityEvents): void {
  city.env.runUntil(city.endAt + 0.5, events.handle);
  keepQuietPromises(city);
}

/** What tickets promised for the time until the end and nobody had to look at. */
function keepQuietPromises(city: City): void {
  const { live, endAt } = city;
  live.forEachAlive((row) => {
    const isDue = live.ticket.read(row).nextAt < endAt;
    if (!isDue || !isQuiet(live.words[row * liveWidth + Live.stage]!)) return;
    lookBefore(city, row, endAt);
    wake(city, row);
  });
}

function earliest(flows: readonly ContactSource[]): ContactSource {
  let first = flows[0]!;
  for (let i = 1; i < flows.length; i += 1) if (flows[i]!.at[0]! < first.at[0]!) first = flows[i]!;
  return first;
}
