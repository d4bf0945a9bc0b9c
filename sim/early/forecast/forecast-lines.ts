import { predictiveInterval } from '../../../functions/core/early/predictive-interval.ts';
import { tableText } from '../../experiment/terminal/table-text.ts';
import type { StreamRows } from '../read/stream-rows.ts';
import { type ForecastLine, intervalShares } from './judge-forecasts.ts';
import type { Horizon } from './score-origins.ts';
import type { Forecast } from './usual-forecast.ts';
import type { Weeks } from './weeks.ts';

const numbers = (...titles: string[]) => titles.map((title) => ({ title, isNumber: true }));
const percent = (share: number, digits = 1) =>
  Number.isFinite(share) ? `${(share * 100).toFixed(digits)} %` : '-';
const horizonText = (horizon: Horizon) => (horizon === 1 ? 'week' : '4 weeks');

/** Error of base and candidate on held-out weeks with the measured coverage of the intervals. */
export function judgementLines(lines: readonly ForecastLine[]): string[] {
  return [
    'HELD-OUT WEEKS: root mean square error of a series; seasonal is the same weeks a year ago, recent the mean of the last',
    "eight, usual an item's hours, weekdays, months and recent level with its share of the area; gain is the share of",
    "seasonal's square error that is gone with usual (95 % interval over origins); chosen on the origins before;",
    'in: share of counts inside the intervals of usual, of all series and of those with 1 or more expected; meant: as',
    'modelled, for whole numbers put more inside than was asked when most are 0',
    '',
    ...tableText(
      [
        { title: 'item by' },
        { title: 'ahead' },
        ...numbers('series', 'origins', 'mean', 'seasonal', 'recent', 'usual', 'gain', '95 %'),
        { title: 'chosen' },
        ...intervalShares.flatMap((share) => numbers(`in ${share * 100} %`, 'meant', 'if >= 1', 'meant')),
      ],
      lines.map(({ kind, horizon, series, origins, mean, errors, skill, chosen, coverage }) => [
        kind,
        horizonText(horizon),
        String(series),
        String(origins),
        mean.toFixed(3),
        ...[errors.seasonal, errors.recent, errors.usual].map((error) => error.toFixed(3)),
        percent(skill.mean),
        `± ${percent(skill.halfWidth95)}`,
        chosen,
        ...coverage.flatMap(({ all, busy }) =>
          [all, busy].flatMap(({ measured, modelled }) => [percent(measured), percent(modelled)]),
        ),
      ]),
    ),
    '',
    'unevenness about the forecast, all items together: variance = mean x (1 + a) + b x mean^2',
    ...lines.map(
      ({ kind, horizon, pooled }) =>
        `  ${kind}, ${horizonText(horizon)}: a ${pooled.perRequest} b ${pooled.perMean}`,
    ),
  ];
}

/** A forecast of one series after the end of the file. */
export interface NextLine {
  readonly item: string;
  readonly kind: string;
  readonly area: string;
  readonly horizon: Horizon;
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

/** Stands for requests whose area the file does not tell. */
const unknownArea = '-';

/** What `usual` expects after the last week of every series that had a request, the busiest first. */
export function nextLines(
  source: StreamRows,
  weeks: Weeks,
  { forecast, judged }: { readonly forecast: Forecast; readonly judged: readonly ForecastLine[] },
): NextLine[] {
  const areas = source.areas.length;
  return judged
    .filter(({ chosen }) => chosen === 'usual')
    .flatMap(({ kind, horizon, dispersions }) =>
      [...weeks.series.keys()].flatMap((stream) => {
        const [item, area] = [Math.floor(stream / areas), stream % areas];
        if (source.areas[area]!.kind !== kind || source.areas[area]!.name === unknownArea) return [];
        const expected = forecast(item, area, weeks.count, horizon);
        const [inner, outer] = intervalShares.map((share) =>
          predictiveInterval(expected, dispersions[item]!, share),
        );
        return [
          {
            item: source.items[item]!,
            kind,
            area: source.areas[area]!.name,
            horizon,
            expected,
            low80: inner!.low,
            high80: inner!.high,
            low95: outer!.low,
            high95: outer!.high,
          },
        ];
      }),
    )
    .sort((a, b) => b.expected - a.expected);
}

const shownMax = 8;

/** The busiest items of a kind of area, as text. */
export function nextText(lines: readonly NextLine[], kind: string): string[] {
  const own = lines.filter((line) => line.kind === kind && line.horizon === 4).slice(0, shownMax);
  return own.length === 0
    ? []
    : [
        `NEXT 4 WEEKS: the busiest items by ${kind}`,
        ...tableText(
          [{ title: 'item' }, { title: kind }, ...numbers('expected', '80 % from', 'to', '95 % from', 'to')],
          own.map(({ item, area, expected, ...range }) => [
            item,
            area,
            expected.toFixed(1),
            ...[range.low80, range.high80, range.low95, range.high95].map(String),
          ]),
        ),
      ];
}
