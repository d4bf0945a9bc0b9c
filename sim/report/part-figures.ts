import type { Text } from '../../functions/messages/text.ts';
import type { Figure, MeasureUnit } from './report-input.ts';

/** A part of the model that the scenario switches on: a table of its own, with what it rests on in words. */
export interface PartFigures {
  readonly part: string;
  readonly title: Text;
  readonly lead: Text;
  /** What a row is. */
  readonly row: Text;
  readonly columns: readonly { readonly name: string; readonly title: Text; readonly unit: MeasureUnit }[];
  /** Figures in the order of the columns; `null` where some replication has none. */
  readonly rows: readonly {
    readonly key: string;
    readonly title: Text;
    readonly figures: readonly (Figure | null)[];
  }[];
}
