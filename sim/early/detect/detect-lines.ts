import { tableText } from '../../experiment/terminal/table-text.ts';
import type { StreamRows } from '../read/stream-rows.ts';
import type { Detection } from './detect.ts';
import { streamsByKind } from './fold.ts';
import { type Method, methods, type SurgeTrial } from './try-surges.ts';
import type { Window } from './windows.ts';

const numbers = (...titles: string[]) => titles.map((title) => ({ title, isNumber: true }));
const fixed = (value: number, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '-');
const percent = (share: number) => (Number.isFinite(share) ? `${(share * 100).toFixed(0)} %` : '-');

/** What was watched, the alarms at stated rates with their causes, and how soon seeded surges are told of. */
export function detectLines(result: Detection, source: StreamRows, windows: readonly Window[]): string[] {
  const watched = windows.filter(({ isWatched }) => isWatched);
  const streams = Object.entries(streamsByKind(source.items, source.areas));
  return [
    `${watched.length} windows, ${result.hours} hours; each watched with what the others teach`,
    `streams of ${source.items.length} items: ${streams.map(([kind, count]) => `${count} by ${kind}`).join(', ')}`,
    `${source.filedTogether} rows of one item, spot and second count once`,
    '',
    'ALARMS A MONTH',
    ...rateLines(result),
    '',
    'SEEDED SURGES: share told of, and hours from the first minute to the end of the hour that tells (median, nine in ten of those told of)',
    ...surgeLines(result),
    `naive: an hour above mean + 3 standard deviations of that hour of day; raised: above ${fixed(result.raisedTo, 2)} deviations (of 1 or more), where it is as loud as the watch`,
  ];
}

function rateLines({ rates, naive, causes, alarms, drawnHours, carryOver, dispersion }: Detection): string[] {
  const share = (cause: keyof typeof causes) => percent(causes[cause] / alarms.length);
  const first = rates[0]!;
  return [
    ...tableText(
      numbers(
        'stated at most',
        'counts as modelled',
        'hours held independent',
        'held-out windows',
        'hours held independent',
        'matters in them',
      ),
      rates.map(({ stated, drawn, drawnUnaware, real, realUnaware, matters }) => [
        fixed(stated, 0),
        ...[drawn, drawnUnaware, real, realUnaware, matters].map((rate) => fixed(rate)),
      ]),
    ),
    `the naive rule calls ${fixed(naive, 0)} hours a month high`,
    first.drawn <= first.stated
      ? `kept where counts come as modelled (${drawnHours} hours drawn); the bound is on the safe side`
      : `NOT kept where counts come as modelled (${drawnHours} hours drawn): ${fixed(first.drawn)}`,
    ...(first.real <= first.stated
      ? ['kept in the held-out windows, true matters included']
      : [
          `NOT kept in the held-out windows, which hold true matters too: of ${alarms.length} alarms ${share('oneSpot')} rest on one spot`,
          `(half of the requests or more), ${share('manyPlaces')} come in three areas or more at once, ${share('other')} are neither. The rate assumes`,
          'callers that are independent of each other; but neighbours call about one party, outage or storm',
        ]),
    `the surprise of an hour carries over into the next: correlation ${Object.entries(carryOver)
      .map(([kind, correlation]) => `${fixed(correlation, 2)} by ${kind}`)
      .join(', ')}; the watch takes it to be the pack's`,
    `unevenness, all items together: variance = mean x (1 + a) + b x mean^2, ${Object.entries(dispersion)
      .map(([kind, { perRequest, perMean }]) => `a ${perRequest} b ${perMean} by ${kind}`)
      .join(', ')}`,
  ];
}

function surgeLines({ surges }: Detection): string[] {
  return tableText(
    [
      { title: 'surge' },
      ...numbers('n', 'added', 'usual/h'),
      ...methods.flatMap((method) => numbers(method, 'median', 'p90')),
    ],
    surges.map(({ kind, trials }) => [
      kind.name,
      String(trials.length),
      fixed(mean(trials.map(({ added }) => added))),
      fixed(mean(trials.map(({ usualPerHour }) => usualPerHour)), 2),
      ...methods.flatMap((method) => methodCells(method, trials)),
    ]),
  );
}

function methodCells(method: Method, trials: readonly SurgeTrial[]): string[] {
  const delays = trials
    .map(({ delays: { [method]: delay } }) => delay)
    .filter((delay) => delay !== undefined)
    .sort((a, b) => a - b);
  const quantile = (share: number) => fixed(delays[Math.ceil(share * delays.length) - 1] ?? Number.NaN);
  return [percent(delays.length / trials.length), quantile(0.5), quantile(0.9)];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
