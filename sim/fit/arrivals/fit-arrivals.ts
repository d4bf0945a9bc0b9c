import type { HourCell } from './hour-cells.ts';

/** Arrivals as a rate an hour: `ratePerHour` x hour x weekday x month, each profile with mean 1 over what was recorded. */
export interface ArrivalFit {
  readonly requests: number;
  readonly dateOnly: number;
  readonly days: number;
  readonly perDay: number;
  /** Factors of the 24 hours, of Monday to Sunday, of January to December; undefined where none was recorded. */
  readonly hour: readonly (number | undefined)[];
  readonly weekday: readonly (number | undefined)[];
  readonly month: readonly (number | undefined)[];
  /** Share of the deviance of a constant rate that each profile alone explains, and all three together. */
  readonly explained: {
    readonly hour: number;
    readonly weekday: number;
    readonly month: number;
    readonly all: number;
  };
  /** Day-to-day noise; undefined below 14 days recorded in every hour. */
  readonly noise: DayNoise | undefined;
}

/** How much days differ beyond what the profiles say. */
interface DayNoise {
  /** Days that were recorded in every hour. */
  readonly days: number;
  /** Variance of a day's count over its mean: 1 for a Poisson stream. */
  readonly dispersion: number;
  /** Shape of the negative binomial with that noise; undefined where a Poisson stream is noisy enough. */
  readonly shape: number | undefined;
  /** Pearson's statistic over its degrees of freedom under the negative binomial: near 1 where it fits. */
  readonly pearson: number;
}

type Profile = 'hour' | 'weekday' | 'month';
const sizes = { hour: 24, weekday: 7, month: 12 } as const;
const profiles: readonly Profile[] = ['hour', 'weekday', 'month'];

/**
 * Fits the profiles by maximum likelihood of a Poisson rate that is their product (iterative proportional fitting, which
 * is exact for hours missing here and there), then the day-to-day noise of the days without a gap by moments. Undefined without a request.
 */
export function fitArrivals(cells: readonly HourCell[], dateOnly: number): ArrivalFit | undefined {
  const requests = cells.reduce((sum, { count }) => sum + count, 0);
  if (requests === 0) return undefined;
  const base = requests / cells.length;
  const fitted = factorsOf(cells, base, profiles);
  const nothing = deviance(cells, () => base);
  const explains = (use: readonly Profile[]) => {
    const part = use.length === profiles.length ? fitted : factorsOf(cells, base, use);
    return nothing === 0 ? 0 : 1 - deviance(cells, (cell) => rateOf(part, base, cell)) / nothing;
  };
  const days = daily(cells, (cell) => rateOf(fitted, base, cell));
  const all = 1 + dateOnly / requests;
  return {
    requests: requests + dateOnly,
    dateOnly,
    days: new Set(cells.map(({ day }) => day)).size,
    perDay: base * 24 * all,
    hour: shown(fitted.hour, cells, 'hour'),
    weekday: shown(fitted.weekday, cells, 'weekday'),
    month: shown(fitted.month, cells, 'month'),
    explained: {
      hour: explains(['hour']),
      weekday: explains(['weekday']),
      month: explains(['month']),
      all: explains(profiles),
    },
    noise: noiseOf(days),
  };
}

type Factors = Readonly<Record<Profile, Float64Array>>;

const rateOf = (factors: Factors, base: number, cell: HourCell): number =>
  base * factors.hour[cell.hour]! * factors.weekday[cell.weekday]! * factors.month[cell.month]!;

const stepsMax = 200;

function factorsOf(cells: readonly HourCell[], base: number, use: readonly Profile[]): Factors {
  const factors: Factors = {
    hour: new Float64Array(24).fill(1),
    weekday: new Float64Array(7).fill(1),
    month: new Float64Array(12).fill(1),
  };
  for (let step = 0; step < stepsMax; step++) {
    let moved = 0;
    for (const profile of use) {
      const seen = new Float64Array(sizes[profile]);
      const expected = new Float64Array(sizes[profile]);
      for (const cell of cells) {
        seen[cell[profile]]! += cell.count;
        expected[cell[profile]]! += rateOf(factors, base, cell);
      }
      for (let i = 0; i < seen.length; i++) {
        if (expected[i] === 0) continue;
        const ratio = seen[i]! / expected[i]!;
        factors[profile][i]! *= ratio;
        moved = Math.max(moved, Math.abs(ratio - 1));
      }
    }
    if (moved < 1e-10 || use.length === 1) break;
  }
  return factors;
}

/** Twice the log-likelihood ratio against a perfect fit (Poisson deviance). */
const deviance = (cells: readonly HourCell[], rate: (cell: HourCell) => number): number =>
  cells.reduce((sum, cell) => {
    const expected = rate(cell);
    const log = cell.count === 0 ? 0 : cell.count * Math.log(cell.count / expected);
    return sum + 2 * (log - (cell.count - expected));
  }, 0);

type Day = { seen: number; expected: number; hours: number };

const wholeDaysMin = 14;

function daily(cells: readonly HourCell[], rate: (cell: HourCell) => number): Day[] {
  const days = new Map<number, Day>();
  for (const cell of cells) {
    const day = days.get(cell.day) ?? { seen: 0, expected: 0, hours: 0 };
    day.hours++;
    day.seen += cell.count;
    day.expected += rate(cell);
    days.set(cell.day, day);
  }
  return [...days.values()].filter(({ expected, hours }) => expected > 0 && hours === 24);
}

/** variance = mean + mean^2 / shape, summed over the days and solved for the shape. */
function noiseOf(days: readonly Day[]): DayNoise | undefined {
  if (days.length < wholeDaysMin) return undefined;
  const free = Math.max(1, days.length - 1);
  const pearsonOf = (variance: (mean: number) => number) =>
    days.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / variance(expected), 0) / free;
  const dispersion = pearsonOf((mean) => mean);
  const beyond = days.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 - expected, 0);
  const squares = days.reduce((sum, { expected }) => sum + expected ** 2, 0);
  const shape = beyond > 0 ? squares / beyond : undefined;
  const pearson = pearsonOf((mean) => mean + (shape === undefined ? 0 : mean ** 2 / shape));
  return { days: days.length, dispersion, shape, pearson };
}

/** A profile with mean 1 over its recorded values. */
function shown(factors: Float64Array, cells: readonly HourCell[], profile: Profile): (number | undefined)[] {
  const recorded = new Set(cells.map((cell) => cell[profile]));
  const mean = [...recorded].reduce((sum, i) => sum + factors[i]!, 0) / recorded.size;
  return Array.from(factors, (factor, i) => (recorded.has(i) ? factor / mean : undefined));
}
