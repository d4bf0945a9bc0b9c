import { startDynamodb } from '../../local/embedded-dynamodb.ts';
import { type LifeName, lifeNames } from '../load.ts';
import { nothingSpent, plus, type Spent } from '../spent.ts';
import type { Measured } from '../year-usage.ts';
import { Life } from './life.ts';
import { lives } from './lives.ts';
import { type MeasuredCity, type MeasuredFunction, openMeasuredCity } from './measured-city.ts';

/** Lives of each kind that are timed; units are the same in every one and need one. */
const timedLives = 6;
const timedSweeps = 30;

/** What was measured, with the median duration of each function's invocations on this machine. */
export interface Measurement extends Measured {
  readonly medianMs: Readonly<Record<MeasuredFunction, number>>;
}

/** Lives tickets of every kind through the functions on an embedded table: once counted, then again timed. */
export async function measure(): Promise<Measurement> {
  // Powertools asks for these, as the stack sets them.
  process.env.POWERTOOLS_SERVICE_NAME = 'citywhistle-cost';
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'CityWhistle';
  const server = await startDynamodb({});
  const counted = await openMeasuredCity(server.endpoint, true);
  const timed = await openMeasuredCity(server.endpoint, false);
  try {
    // The first of a city also keeps its rules.
    await lives.consult(new Life(counted), 'first');
    const idle = await sweepOnce(counted);
    const spent = {} as Record<LifeName, Spent>;
    for (const name of lifeNames) {
      const life = new Life(counted, idle);
      await lives[name](life, `counted-${name}`);
      spent[name] = life.total;
    }
    const medianMs = await timeFunctions(timed);
    const billed = (one: Spent) => withMedians(one, medianMs);
    return {
      lives: Object.fromEntries(lifeNames.map((name) => [name, billed(spent[name])])) as Measured['lives'],
      idleSweep: billed(idle),
      medianMs,
    };
  } finally {
    counted.close();
    timed.close();
    await server.stop();
  }
}

async function sweepOnce(city: MeasuredCity): Promise<Spent> {
  const life = new Life(city);
  await life.sweep();
  return life.total;
}

async function timeFunctions(city: MeasuredCity): Promise<Measurement['medianMs']> {
  const calls: Life['calls'] = [];
  for (let n = 0; n < timedLives; n += 1) {
    for (const name of lifeNames) {
      const life = new Life(city);
      await lives[name](life, `timed-${n}-${name}`);
      // The first round warms up.
      if (n > 0) calls.push(...life.calls.filter((call) => call.name !== 'sweep'));
    }
  }
  for (let n = 0; n < timedSweeps; n += 1) {
    const life = new Life(city);
    await life.sweep();
    calls.push(...life.calls);
  }
  const names = [...new Set(calls.map(({ name }) => name))];
  const medianOf = (name: string) => {
    const sorted = calls.flatMap((call) => (call.name === name ? [call.ms] : [])).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)]!;
  };
  return Object.fromEntries(names.map((name) => [name, medianOf(name)])) as Measurement['medianMs'];
}

/** The same, with every invocation of a function billed as its median, rounded up to the millisecond. */
function withMedians(spent: Spent, medianMs: Measurement['medianMs']): Spent {
  const functions = Object.entries(spent.functions).map(([name, { count }]) => {
    const ms = count * Math.ceil(medianMs[name as MeasuredFunction]);
    return [name, { count, ms }];
  });
  return plus({ ...spent, functions: {} }, { ...nothingSpent, functions: Object.fromEntries(functions) });
}
