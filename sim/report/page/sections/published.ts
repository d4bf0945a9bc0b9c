import type { RunReport } from '../../report-input.ts';
import { section } from '../figure.ts';
import { differenceText, figureText, valueText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** The run beside figures published elsewhere, with the values that were free: a fit, no prediction. Empty without any. */
export function publishedSection({ published }: RunReport, { language }: PageView): Html {
  if (published === undefined) return html``;
  const { points, free, distance } = published;
  return section(
    'published',
    say('published', language),
    say('publishedLead', language, {
      free: String(free),
      distance: distance === undefined ? '–' : valueText(distance, points[0]!.unit, language),
    }),
    table({
      caption: say('published', language),
      columns: [
        { title: say('date', language) },
        { title: say('measure', language) },
        { title: say('publishedValue', language), numeric: true },
        { title: say('simulated', language), numeric: true },
        { title: say('distance', language), numeric: true },
        { title: say('source', language) },
      ],
      rows: points.map(({ date, title, unit, published: told, simulated, source }) => [
        date,
        title[language],
        valueText(told, unit, language),
        simulated === undefined ? '–' : figureText(simulated, unit, language),
        simulated === undefined ? '–' : differenceText({ mean: simulated.mean - told }, unit, language),
        source,
      ]),
    }),
  );
}
