import type { PartFigures } from '../../part-figures.ts';
import type { RunReport } from '../../report-input.ts';
import { section } from '../figure.ts';
import { figureText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** The parts of the model that the scenario switches on, each with its table. Empty where it switches on none. */
export const partsSections = ({ parts = [] }: RunReport, view: PageView): Html =>
  html`${parts.map((part) => partSection(part, view))}`;

const partSection = ({ part, title, lead, row, columns, rows }: PartFigures, { language }: PageView): Html =>
  section(
    part,
    title[language],
    lead[language],
    table({
      caption: title[language],
      columns: [
        { title: row[language] },
        ...columns.map((column) => ({ title: column.title[language], numeric: true })),
      ],
      rows: rows.map((one) => [
        one.title[language],
        ...one.figures.map((figure, i) => ({
          text: figure === null ? '–' : figureText(figure, columns[i]!.unit, language),
          sort: figure?.mean ?? -1,
        })),
      ]),
      sortable: true,
    }),
  );
