import { fill, type Language } from '../../../functions/messages/text.ts';
import type { PublishedFigures } from '../../report/report-input.ts';
import { terminalMessages as say } from '../terminal/messages.ts';
import { halfWidthText, numberText, signedText } from '../terminal/number-text.ts';
import { tableText } from '../terminal/table-text.ts';

/**
 * Published figures beside simulated ones, for the terminal. It says how many values were free to be chosen: a run that
 * was fitted to the points it is shown beside predicts nothing.
 */
export function publishedLines(published: PublishedFigures | undefined, lang: Language): string[] {
  if (published === undefined) return [];
  const { points, free, distance } = published;
  const number = (title: string) => ({ title, isNumber: true });
  return [
    '',
    say.published[lang],
    ...tableText(
      [
        { title: say.date[lang] },
        { title: say.measure[lang] },
        number(say.publishedValue[lang]),
        number(say.mean[lang]),
        number(say.halfWidth[lang]),
        number(say.distance[lang]),
        { title: say.source[lang] },
      ],
      points.map(({ date, title, unit, published: told, simulated, source }) => [
        date,
        title[lang],
        numberText(told, unit),
        numberText(simulated?.mean, unit),
        simulated === undefined ? '-' : halfWidthText(simulated, unit),
        simulated === undefined ? '-' : signedText(simulated.mean - told, unit),
        source,
      ]),
    ),
    ...(distance === undefined
      ? []
      : [fill(say.fitted, lang, { distance: numberText(distance, points[0]!.unit), free })]),
  ];
}
