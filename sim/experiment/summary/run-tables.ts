import { fill, type Language } from '../../../functions/messages/text.ts';
import type { PartFigures } from '../../report/part-figures.ts';
import type { RunReport } from '../../report/report-input.ts';
import { terminalMessages as say } from '../terminal/messages.ts';
import { halfWidthText, numberText } from '../terminal/number-text.ts';
import { tableText } from '../terminal/table-text.ts';

const queuesMax = 8;
/** Rows of a part shown on the terminal all at once: the hours of a day. */
const partRowsMax = 24;

/** A part of the model that the scenario switches on: its busiest rows. */
function partTable({ title, row, columns, rows }: PartFigures, lang: Language): string[] {
  const shown = rows.length <= partRowsMax ? rows : busiest(rows);
  return [
    title[lang],
    ...tableText(
      [{ title: row[lang] }, ...columns.map((column) => ({ title: column.title[lang], isNumber: true }))],
      shown.map((one) => [
        one.title[lang],
        ...one.figures.map((figure, i) => numberText(figure?.mean, columns[i]!.unit)),
      ]),
    ),
  ];
}

const busiest = (rows: PartFigures['rows']): PartFigures['rows'] =>
  [...rows].sort((a, b) => (b.figures[0]?.mean ?? 0) - (a.figures[0]?.mean ?? 0)).slice(0, queuesMax);

/** A run as tables for the terminal: measures with intervals, tiers, the longest waits. */
export function runTables(report: RunReport, lang: Language): string[] {
  const { measures, tiers, units, assumptions, subject } = report;
  const queues = [...units]
    .sort((a, b) => (b.waitHoursMean ?? 0) - (a.waitHoursMean ?? 0))
    .slice(0, queuesMax);
  return [
    `${report.title[lang]}  (${subject.startDate}, ${subject.days} d, warm-up ${subject.warmUpDays} d, n = ${subject.replications}, seed ${subject.seed})`,
    '',
    ...tableText(
      [
        { title: say.measure[lang] },
        { title: say.mean[lang], isNumber: true },
        { title: say.halfWidth[lang], isNumber: true },
      ],
      measures.map(({ title, unit, figure }) => [
        title[lang],
        numberText(figure.mean, unit),
        halfWidthText(figure, unit),
      ]),
    ),
    '',
    ...tableText(
      [
        { title: say.tier[lang] },
        ...[say.tickets, say.onTime, say.median, say.p90].map((text) => ({
          title: text[lang],
          isNumber: true,
        })),
      ],
      tiers.map((tier) => [
        tier.title[lang],
        numberText(tier.tickets.mean, 'count'),
        numberText(tier.onTimeShare.mean, 'share'),
        numberText(tier.p50Hours.mean, 'hours'),
        numberText(tier.p90Hours.mean, 'hours'),
      ]),
    ),
    '',
    say.queues[lang],
    ...tableText(
      [
        { title: say.unit[lang] },
        ...[say.tickets, say.staff, say.utilisation, say.backlog, say.wait].map((text) => ({
          title: text[lang],
          isNumber: true,
        })),
      ],
      queues.map((unit) => [
        unit.name[lang],
        numberText(unit.tickets, 'count'),
        numberText(unit.staff, 'count'),
        numberText(unit.utilisation, 'share'),
        numberText(unit.backlogMax, 'count'),
        numberText(unit.waitHoursMean, 'hours'),
      ]),
    ),
    '',
    ...(report.parts ?? []).flatMap((part) => [...partTable(part, lang), '']),
    fill(say.rests, lang, { count: assumptions.length }),
  ];
}
