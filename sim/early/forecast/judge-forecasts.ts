import { type CountTally, tallyCount } from '../../../functions/core/early/count-tally.ts';
import type { Dispersion } from '../../../functions/core/early/dispersion.ts';
import { fitDispersions, pooledDispersion } from '../../../functions/core/early/fit-dispersions.ts';
import { predictiveInterval } from '../../../functions/core/early/predictive-interval.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { AreaKind, StreamRows } from '../read/stream-rows.ts';
import { type ForecastMethod, forecastMethods } from './forecast-methods.ts';
import { type Horizon, horizons, type OriginScores, type Scored } from './score-origins.ts';

/** How the forecasts of one kind of area and one horizon did. */
export interface ForecastLine {
  readonly kind: AreaKind;
  readonly horizon: Horizon;
  readonly series: number;
  readonly origins: number;
  /** Mean requests a series in the judging half. */
  readonly mean: number;
  /** Root mean square error by method, in the judging half. */
  readonly errors: Readonly<Record<ForecastMethod, number>>;
  /** Share of the base's mean square error that is gone with `usual`, origin by origin, in the judging half. */
  readonly skill: Estimate;
  /** What the choosing half chose: the base, unless another had the smaller error and beat it beyond chance. */
  readonly chosen: ForecastMethod;
  /**
   * Share of counts inside intervals of `usual` in the judging half, as modelled (whole numbers put it above what was asked)
   * and as measured: of all series, and of those with one request or more expected.
   */
  readonly coverage: readonly { readonly within: number; readonly all: Coverage; readonly busy: Coverage }[];
  /** Dispersion by item, as the choosing half taught. */
  readonly dispersions: readonly Dispersion[];
  /** Of all items together. */
  readonly pooled: Dispersion;
}

interface Coverage {
  readonly modelled: number;
  readonly measured: number;
}

export const intervalShares = [0.8, 0.95] as const;

const originsMin = 4;

/** Judges each kind of area and horizon; a kind with too few origins has no line. */
export function judgeForecasts(origins: readonly OriginScores[], source: StreamRows): ForecastLine[] {
  return (['city', 'district', 'place'] as const).flatMap((kind) =>
    horizons.flatMap((horizon) => {
      const own = origins.filter((origin) => origin.kind === kind && origin.horizon === horizon);
      return own.length < originsMin ? [] : [judge(own, source)];
    }),
  );
}

function judge(origins: readonly OriginScores[], source: StreamRows): ForecastLine {
  const half = Math.floor(origins.length / 2);
  const [choosing, judging] = [origins.slice(0, half), origins.slice(half)];
  const tallies = talliesOf(
    choosing.flatMap(({ scored }) => scored),
    source,
  );
  const dispersions = fitDispersions(tallies, leaningRequests);
  const judged = judging.flatMap(({ scored }) => scored);
  const errors = forecastMethods.map((method) => [method, Math.sqrt(meanOf(judged, squareBy(method)))]);
  return {
    kind: origins[0]!.kind,
    horizon: origins[0]!.horizon,
    series: origins[0]!.scored.length,
    origins: judging.length,
    mean: meanOf(judged, ({ actual }) => actual),
    errors: Object.fromEntries(errors) as ForecastLine['errors'],
    skill: skillOf('usual', judging),
    chosen: choose(choosing),
    coverage: coverageOf(judged, (stream) => dispersions[Math.floor(stream / source.areas.length)]!),
    dispersions,
    pooled: pooledDispersion(tallies),
  };
}

/** An item leans on all items of the kind by as many requests as if seen. */
const leaningRequests = 30;

/** What came about what `usual` had forecast, by item. */
function talliesOf(scored: readonly Scored[], { items, areas }: StreamRows): CountTally[] {
  const tallies = items.map((): CountTally => ({}));
  for (const { stream, forecasts, actual } of scored) {
    tallyCount(tallies[Math.floor(stream / areas.length)]!, forecasts.usual, actual);
  }
  return tallies;
}

function choose(origins: readonly OriginScores[]): ForecastMethod {
  const scored = origins.flatMap((origin) => origin.scored);
  const errorBy = (method: ForecastMethod) => meanOf(scored, squareBy(method));
  const beats = (method: ForecastMethod) => {
    const { mean, halfWidth95 } = skillOf(method, origins);
    return method === 'seasonal' || mean > halfWidth95;
  };
  return forecastMethods.filter(beats).sort((a, b) => errorBy(a) - errorBy(b))[0]!;
}

function skillOf(method: ForecastMethod, origins: readonly OriginScores[]): Estimate {
  const base = meanOf(
    origins.flatMap(({ scored }) => scored),
    squareBy('seasonal'),
  );
  return estimate(
    origins.map(({ scored }) =>
      base === 0 ? 0 : (meanOf(scored, squareBy('seasonal')) - meanOf(scored, squareBy(method))) / base,
    ),
  );
}

const squareBy =
  (method: ForecastMethod) =>
  ({ forecasts, actual }: Scored) =>
    (forecasts[method] - actual) ** 2;

function coverageOf(
  scored: readonly Scored[],
  dispersionOf: (stream: number) => Dispersion,
): ForecastLine['coverage'] {
  const busy = scored.filter(({ forecasts }) => forecasts.usual >= busyMin);
  return intervalShares.map((within) => {
    const intervals = new Map(
      scored.map((one) => [one, predictiveInterval(one.forecasts.usual, dispersionOf(one.stream), within)]),
    );
    const isIn = (one: Scored) => {
      const { low, high } = intervals.get(one)!;
      return Number(one.actual >= low && one.actual <= high);
    };
    const modelled = (one: Scored) => intervals.get(one)!.probability;
    return {
      within,
      all: { modelled: meanOf(scored, modelled), measured: meanOf(scored, isIn) },
      busy: { modelled: meanOf(busy, modelled), measured: meanOf(busy, isIn) },
    };
  });
}

/** Series with as many requests expected count as busy. */
const busyMin = 1;

const meanOf = <Value>(values: readonly Value[], of: (value: Value) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;
