import type { Rules } from '../core/rules/rules.ts';
import type { BoardRow, Rates, RatingRow } from '../core/score/board.ts';
import { rateNames, type Title } from '../core/score/score-rules.ts';
import { boardWords } from '../messages/board-messages.ts';
import type { Language } from '../messages/text.ts';
import type { BoardKind } from '../ports/board-store.ts';
import type { UnitNames } from '../usecases/boards/unit-names.ts';
import { type Cell, csvText } from './csv.ts';

type Row = BoardRow | RatingRow;
type Column = { readonly title: string; cell(row: Row): Cell };

export interface BoardTable {
  readonly kind: BoardKind;
  readonly rows: readonly Row[];
  readonly rules: Rules;
  readonly names: UnitNames;
  readonly language: Language;
}

/** A group's rows as CSV, under headers in the reader's language; shares in percent with two decimals. */
export function boardCsv(table: BoardTable): string {
  const columns = [
    ...unitColumns(table),
    ...(table.kind === 'month' ? monthColumns(table) : partColumns(table)),
  ];
  return csvText(
    columns.map(({ title }) => title),
    table.rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
}

function unitColumns({ names, language }: BoardTable): Column[] {
  const nameOf = (unit: string) => {
    const name = names.get(unit);
    return language === 'en' ? (name?.en ?? name?.zh ?? unit) : (name?.zh ?? unit);
  };
  const word = wordIn(language);
  return [
    { title: word('rank'), cell: ({ rank }) => rank },
    { title: word('unitCode'), cell: ({ unit }) => unit },
    { title: word('unit'), cell: ({ unit }) => nameOf(unit) },
    { title: word('score'), cell: ({ score }) => score },
    { title: word('rankBefore'), cell: ({ rankBefore }) => rankBefore },
    { title: word('movement'), cell: ({ movement }) => movement },
  ];
}

function monthColumns({ rules, rows, language }: BoardTable): Column[] {
  const word = wordIn(language);
  const titles = new Map(rules.score.month.classes.map(({ key, title }) => [key, title]));
  const hasTrade = rows.some((row) => 'trade' in row && row.trade !== undefined);
  const of =
    (pick: (row: BoardRow) => Cell): Column['cell'] =>
    (row) =>
      'cases' in row ? pick(row) : undefined;
  return [
    { title: word('class'), cell: of((row) => titleIn(language, titles.get(row.class ?? ''))) },
    ...ratesColumns((row) => row, '', language),
    ...(hasTrade ? ratesColumns(({ trade }) => trade, word('trade'), language) : []),
    ...(['overdueOpen', 'excluded', 'notCounted', 'apart', 'bonus', 'deduction'] as const).map((name) => ({
      title: word(name),
      cell: of((row) => row[name]),
    })),
  ];
}

function ratesColumns(
  pick: (row: BoardRow) => Rates | undefined,
  prefix: string,
  language: Language,
): Column[] {
  const word = wordIn(language);
  const cell =
    (read: (rates: Rates) => Cell): Column['cell'] =>
    (row) => {
      const rates = 'cases' in row ? pick(row) : undefined;
      return rates === undefined ? undefined : read(rates);
    };
  return [
    { title: prefix + word('cases'), cell: cell(({ cases }) => cases) },
    ...rateNames.flatMap((name): Column[] => [
      { title: prefix + word(name), cell: cell((rates) => percent(rates[name].share)) },
      { title: prefix + word(`${name}Base`), cell: cell((rates) => rates[name].base) },
    ]),
  ];
}

function partColumns({ kind, rules, language }: BoardTable): Column[] {
  const word = wordIn(language);
  const parts = kind === 'month' ? [] : (rules.score[kind]?.parts ?? []);
  return parts.flatMap(({ key, title }): Column[] => {
    const partOf = (row: Row) => ('parts' in row ? row.parts[key] : undefined);
    return [
      { title: title[language], cell: (row) => partOf(row)?.points },
      { title: `${title[language]}${word('ratings')}`, cell: (row) => partOf(row)?.ratings },
    ];
  });
}

const wordIn = (language: Language) => (word: keyof typeof boardWords) => boardWords[word][language];
const titleIn = (language: Language, title: Title | undefined) => title?.[language];
const percent = (share: number | undefined) =>
  share === undefined ? undefined : Math.round(share * 10_000) / 100;
