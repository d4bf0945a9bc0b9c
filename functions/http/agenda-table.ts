import type * as z from 'zod';
import type { Language } from '../messages/text.ts';
import { agendaKindNames, agendaWords } from '../messages/topic-messages.ts';
import type { UnitNames } from '../usecases/boards/unit-names.ts';
import type { agendaRowView } from './contracts/meeting-contracts.ts';
import { csvText } from './csv.ts';

type Row = z.input<typeof agendaRowView>;

/** An agenda as CSV, under headers in the reader's language. */
export function agendaCsv(rows: readonly Row[], names: UnitNames, language: Language): string {
  const columns = Object.keys(agendaWords) as (keyof typeof agendaWords)[];
  const cell = (row: Row, column: keyof typeof agendaWords) => {
    if (column === 'kind') return agendaKindNames[row.kind][language];
    if (column !== 'unit') return row[column];
    const name = names.get(row.unitCode);
    return language === 'en' ? (name?.en ?? name?.zh) : name?.zh;
  };
  return csvText(
    columns.map((column) => agendaWords[column][language]),
    rows.map((row) => columns.map((column) => cell(row, column))),
  );
}
