import type { Duty, DutyList } from './duty-schema.ts';

/** A duty with where it stands in the file, for messages. */
export type PlacedDuty = { readonly duty: Duty; readonly path: string };

/** Lists the duties of every board in the order of the file. */
export const listDuties = ({ boards }: DutyList): PlacedDuty[] =>
  boards.flatMap((board, b) => board.duties.map((duty, d) => ({ duty, path: `boards[${b}].duties[${d}]` })));
