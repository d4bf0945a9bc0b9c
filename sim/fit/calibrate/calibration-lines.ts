import { tableText } from '../../experiment/terminal/table-text.ts';
import type { ArrivalFit } from '../arrivals/fit-arrivals.ts';
import type { Mapping } from '../mapping/mapping-schema.ts';
import type { ReadAccount } from '../read/read-requests.ts';
import type { LogNormalFit } from '../spans/fit-log-normal.ts';
import type { Calibration } from './calibration-result.ts';

const groupsMax = 15;

/** A calibration as lines for the terminal, with what the file could not tell. */
export function calibrationLines(
  calibration: Calibration,
  mapping: Mapping,
  { columns }: ReadAccount,
): string[] {
  const { arrivals, groups, units, resolved, satisfied } = calibration;
  const fitted = groups.filter(({ handling }) => handling !== undefined);
  return [
    `${calibration.requests} requests over ${calibration.spannedDays} days until ${calibration.until}; ${calibration.recordedHours} hours recorded`,
    ...mapping.basis.map((note) => `  ${note}`),
    ...(calibration.gap === undefined ? [] : [`  MIND: ${calibration.gap}`]),
    '',
    ...(arrivals === undefined
      ? [
          `no opening time (${mapping.columns.openedAt.join(', ')}): arrivals and handling times are not fitted`,
        ]
      : arrivalLines(arrivals)),
    ...(columns.closed ? [] : [`no closing time: handling times are not fitted`]),
    ...[
      { name: 'resolved', answer: resolved },
      { name: 'satisfied', answer: satisfied },
    ].flatMap(({ name, answer }) =>
      answer === undefined ? [] : [`${name}: ${percent(answer.share)} of ${answer.base} that were asked`],
    ),
    '',
    `kinds of matter (${groups.length}, ${fitted.length} with enough ended requests to fit); hours, log-normal`,
    ...tableText(
      [
        { title: 'kind' },
        ...[
          'share',
          'requests',
          'at once',
          'ended',
          'open',
          'median',
          'seen',
          'p90',
          'seen',
          'variation',
          'distance',
        ].map((title) => ({ title, isNumber: true })),
        { title: 'fit' },
      ],
      groups
        .slice(0, groupsMax)
        .map(({ group, share, requests, atOnce, ended, open, handling }) => [
          group.slice(0, 44),
          percent(share),
          String(requests),
          String(atOnce),
          String(ended),
          String(open),
          ...(handling === undefined ? ['', '', '', '', '', '', '(too few)'] : handlingCells(handling)),
        ]),
    ),
    'distance: Kolmogorov-Smirnov, data (Kaplan-Meier) against the law; good below the 5 % point of Lilliefors, given',
    'where no request is open; with many requests every law is refused, and the size of the distance is what counts',
    '',
    ...tableText(
      [{ title: 'unit' }, { title: 'share', isNumber: true }, { title: 'requests', isNumber: true }],
      units.slice(0, groupsMax).map(({ unit, share, requests }) => [unit, percent(share), String(requests)]),
    ),
  ];
}

function arrivalLines({ perDay, hour, weekday, month, explained, noise, dateOnly }: ArrivalFit): string[] {
  const row = (profile: readonly (number | undefined)[]) =>
    profile.map((factor) => (factor === undefined ? '-' : factor.toFixed(2))).join(' ');
  return [
    `arrivals: ${perDay.toFixed(2)} a day${dateOnly === 0 ? '' : `, ${dateOnly} with a day alone`}`,
    ...([...hour, ...weekday].includes(undefined)
      ? ['  MIND: hours or weekdays without a record are taken to be as busy as the recorded ones']
      : []),
    `  hours 0-23   ${row(hour)}   explains ${percent(explained.hour)} of the deviance`,
    `  Mon-Sun      ${row(weekday)}   explains ${percent(explained.weekday)}`,
    `  Jan-Dec      ${row(month)}   explains ${percent(explained.month)}; all three ${percent(explained.all)}`,
    noise === undefined
      ? '  noise        too few days recorded in every hour'
      : `  noise        variance/mean of a day ${noise.dispersion.toFixed(2)}; negative binomial shape ${
          noise.shape === undefined ? 'none needed (Poisson)' : noise.shape.toFixed(2)
        }, Pearson ${noise.pearson.toFixed(2)} (1 fits) over ${noise.days} days`,
  ];
}

const handlingCells = (fit: LogNormalFit): string[] => [
  hours(fit.medianHours),
  hours(fit.seenMedianHours),
  hours(fit.p90Hours),
  hours(fit.seenP90Hours),
  fit.variation.toFixed(2),
  fit.distance.toFixed(3),
  fit.distanceMax === undefined
    ? '(some open)'
    : `${fit.distance <= fit.distanceMax ? 'good' : 'poor'} (${fit.distanceMax.toFixed(3)})`,
];

const hours = (value: number | undefined) =>
  value === undefined ? '-' : value < 10 ? value.toFixed(2) : value.toFixed(0);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
