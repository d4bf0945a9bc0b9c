import type { Language } from '../../../../functions/messages/text.ts';
import type { BoardFigures, BoardLine, Figure, RunReport } from '../../report-input.ts';
import { choice, section } from '../figure.ts';
import { numberText, shareText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { labelOf } from '../label.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** The boards: one month and group at a time, in a table that sorts. */
export function boardsSection(report: RunReport, view: PageView): Html {
  const { language } = view;
  const { boards } = report;
  const board = boards.find(({ month }) => month === view.month) ?? boards.at(-1);
  if (board === undefined) return section('boards', say('boards', language), say('noBoards', language));
  const shown = board.groups.find(({ group }) => group === view.group) ?? board.groups[0];
  return section(
    'boards',
    say('boards', language),
    say('boardsLead', language),
    html`<div class="choices">${choices(report, board, shown?.group ?? '', view)}</div>`,
    boardTable(
      report,
      shown?.lines ?? [],
      `${board.month} ${labelOf(report, shown?.group ?? '', language)}`,
      view,
    ),
  );
}

function choices(
  report: RunReport,
  board: BoardFigures,
  group: string,
  { language }: PageView,
): readonly Html[] {
  return [
    choice({
      name: 'month',
      label: say('month', language),
      chosen: board.month,
      options: report.boards.map(({ month }) => ({ value: month, text: month })),
    }),
    choice({
      name: 'group',
      label: say('group', language),
      chosen: group,
      options: board.groups.map((one) => ({
        value: one.group,
        text: `${labelOf(report, one.group, language)} (${one.lines.length})`,
      })),
    }),
  ];
}

function boardTable(
  report: RunReport,
  lines: readonly BoardLine[],
  caption: string,
  { language }: PageView,
): Html {
  const share = (value: number | undefined) => ({ text: shareText(value, language), sort: value ?? -1 });
  const keys = [
    'unit',
    'rank',
    'rankRange',
    'movement',
    'score',
    'cases',
    'response',
    'resolution',
    'satisfaction',
    'onTime',
    'className',
  ] as const;
  return table({
    caption,
    sortable: true,
    columns: keys.map((key) => ({
      title: say(key, language),
      numeric: key !== 'unit' && key !== 'className',
    })),
    rows: lines.map((line) => [
      line.name[language],
      { text: numberText(line.rank, language), sort: line.rank ?? 1e9 },
      { text: range(line), sort: (line.rankHigh ?? 0) - (line.rankLow ?? 0) },
      { text: moved(line.movement), sort: line.movement ?? 0 },
      {
        text:
          line.score === undefined
            ? '–'
            : html`${numberText(line.score.mean, language, 2)} <small>${scoreInterval(line.score, language)}</small>`,
        sort: line.score?.mean ?? -1,
      },
      { text: numberText(line.cases, language, 0), sort: line.cases },
      share(line.response),
      share(line.resolution),
      share(line.satisfaction),
      share(line.onTime),
      line.className === undefined ? '–' : labelOf(report, line.className, language),
    ]),
  });
}

/** As many digits as the score itself has. */
const scoreInterval = ({ halfWidth95 }: Figure, language: Language): string =>
  halfWidth95 === undefined ? '' : `± ${numberText(halfWidth95, language, 2)}`;

const range = ({ rankLow, rankHigh }: BoardLine): string =>
  rankLow === undefined || rankHigh === undefined
    ? '–'
    : rankLow === rankHigh
      ? `${rankLow}`
      : `${rankLow}–${rankHigh}`;

/** An arrow as well as a sign, so that colour is not needed. */
function moved(movement: number | undefined): string {
  if (movement === undefined) return '–';
  const places = Math.abs(Math.round(movement));
  return places === 0 ? '=' : `${movement > 0 ? '▲' : '▼'} ${places}`;
}
