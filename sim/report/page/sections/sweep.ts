import type { SweepReport } from '../../report-input.ts';
import { sayOf } from '../comparison-messages.ts';
import { figure, section } from '../figure.ts';
import { figureText, numberText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** The measures a sweep has at every value. */
export const sweptMeasures = ({ points }: SweepReport) =>
  (points[0]?.measures ?? []).filter(({ name }) =>
    points.every(({ measures }) => measures.some((measure) => measure.name === name)),
  );

/** A small chart per measure, and all figures in one table. */
export function sweepSection(report: SweepReport, view: PageView): Html {
  const { language } = view;
  const heading = sayOf('sweepTitle', language, { parameter: report.parameter });
  const measures = sweptMeasures(report);
  return section(
    'sweep',
    heading,
    sayOf('sweepLead', language),
    html`<div class="grid">${measures.map(
      ({ name, title }) =>
        html`<div><h3>${title[language]}</h3>${figure({ chart: `sweep ${name}`, label: title[language], height: 220 }, view)}</div>`,
    )}</div>`,
    table({
      caption: heading,
      columns: [
        { title: report.parameter },
        ...measures.map(({ title }) => ({ title: title[language], numeric: true })),
      ],
      rows: report.points.map((point) => [
        numberText(point.value, language),
        ...measures.map(({ name }) => {
          const { figure: shown, unit } = point.measures.find((measure) => measure.name === name)!;
          return figureText(shown, unit, language);
        }),
      ]),
    }),
  );
}
