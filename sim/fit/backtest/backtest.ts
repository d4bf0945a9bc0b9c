import { dayMs } from '../../../functions/core/time.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import { closingLaw } from './closing-law.ts';
import type { Halves, UnitDays } from './day-series.ts';
import { fitCapacity } from './fit-capacity.ts';
import { predictClosing } from './predict-closing.ts';

/** How a forecast of the second half compared with what was recorded; all per day. */
export interface BacktestLine {
  readonly unit: string;
  readonly recorded: number;
  readonly predicted: number;
  /** Root mean square error of the fitted unit, and of the mean of the same weekday in the first half. */
  readonly error: number;
  readonly naiveError: number;
  /** Share of the naive forecast's mean square error that is gone, week by week: positive where the fitted unit is better. */
  readonly skill: Estimate;
  /** The quantile of a weekday's closings that was taken for its capacity; 2: no limit, undefined for the total. */
  readonly capacityQuantile: number | undefined;
}

/** A backtest's lines, its days, and the units too small to fit. */
export interface Backtest {
  readonly halves: Halves;
  readonly total: BacktestLine;
  readonly units: readonly BacktestLine[];
  readonly unfitted: readonly string[];
  /** The second half, day by day, all fitted units together. */
  readonly days: readonly {
    readonly date: string;
    readonly recorded: number;
    readonly predicted: number;
    readonly naive: number;
  }[];
}

type Series = {
  readonly recorded: Float64Array;
  readonly predicted: Float64Array;
  readonly naive: Float64Array;
};

/**
 * Fits handling times and capacities on the first half of the days, predicts the closings of the second from the
 * requests that came, and sets them beside the recorded ones and beside a naive forecast (the mean of the same weekday).
 */
export function backtest(byUnit: ReadonlyMap<string, UnitDays>, halves: Halves): Backtest {
  const split = halves.split - halves.first;
  const length = halves.end - halves.split;
  const weekdayOf = (index: number) => (((halves.first + index + 3) % 7) + 7) % 7;
  const total: Series = {
    recorded: new Float64Array(length),
    predicted: new Float64Array(length),
    naive: new Float64Array(length),
  };
  const units: BacktestLine[] = [];
  const unfitted: string[] = [];
  for (const [unit, days] of byUnit) {
    const law = closingLaw(days.spans);
    if (law === undefined) {
      unfitted.push(unit);
      continue;
    }
    const { opened, closed } = days;
    const { capacity, quantile } = fitCapacity({ opened, closed, law, split, weekdayOf });
    const to = split + length;
    const series: Series = {
      recorded: closed.subarray(split),
      predicted: predictClosing({
        opened,
        open: days.openAtSplit,
        law,
        capacity,
        from: split,
        to,
        weekdayOf,
      }),
      naive: naiveForecast(closed, { split, to, weekdayOf }),
    };
    for (const name of ['recorded', 'predicted', 'naive'] as const) {
      for (let i = 0; i < length; i++) total[name][i]! += series[name][i]!;
    }
    units.push(lineOf(unit, series, quantile));
  }
  units.sort((a, b) => b.recorded - a.recorded || (a.unit < b.unit ? -1 : 1));
  return {
    halves,
    total: lineOf('*', total, undefined),
    units,
    unfitted: unfitted.sort(),
    days: Array.from({ length }, (_, i) => ({
      date: new Date((halves.split + i) * dayMs).toISOString().slice(0, 10),
      recorded: total.recorded[i]!,
      predicted: total.predicted[i]!,
      naive: total.naive[i]!,
    })),
  };
}

function naiveForecast(
  closed: Float64Array,
  { split, to, weekdayOf }: { split: number; to: number; weekdayOf: (index: number) => number },
): Float64Array {
  const sums = new Float64Array(7);
  const days = new Float64Array(7);
  for (let day = 0; day < split; day++) {
    sums[weekdayOf(day)]! += closed[day]!;
    days[weekdayOf(day)]!++;
  }
  return Float64Array.from({ length: to - split }, (_, i) => {
    const weekday = weekdayOf(split + i);
    return sums[weekday]! / Math.max(1, days[weekday]!);
  });
}

function lineOf(unit: string, series: Series, capacityQuantile: number | undefined): BacktestLine {
  const { recorded, predicted, naive } = series;
  const days = recorded.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / days;
  const squares = (forecast: Float64Array) => forecast.map((value, i) => (value - recorded[i]!) ** 2);
  const [own, simple] = [squares(predicted), squares(naive)];
  const [ownMean, simpleMean] = [mean(own), mean(simple)];
  const weeks = Array.from({ length: Math.floor(days / 7) }, (_, week) => {
    let gain = 0;
    for (let i = week * 7; i < week * 7 + 7; i++) gain += (simple[i]! - own[i]!) / 7;
    return simpleMean === 0 ? 0 : gain / simpleMean;
  });
  return {
    unit,
    recorded: mean(recorded),
    predicted: mean(predicted),
    error: Math.sqrt(ownMean),
    naiveError: Math.sqrt(simpleMean),
    skill: estimate(weeks),
    capacityQuantile,
  };
}
