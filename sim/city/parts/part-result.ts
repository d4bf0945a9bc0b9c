import type { Text } from '../../../functions/messages/text.ts';
import type { MeasureUnit } from '../measures.ts';

/** Parts of the model that a scenario switches on. */
export type PartName = 'skills' | 'help' | 'seats';

/** The figures of one part in one replication: a row for each group, unit or hour, values in the order of its columns. */
export interface PartResult {
  readonly part: PartName;
  readonly rows: readonly PartRow[];
}

interface PartRow {
  readonly key: string;
  /** `null` where nothing happened. */
  readonly values: readonly (number | null)[];
}

/** How a part is shown: its heading, what it rests on in words, and its columns. */
export interface PartTitles {
  readonly title: Text;
  readonly lead: Text;
  readonly row: Text;
  readonly columns: readonly { readonly name: string; readonly title: Text; readonly unit: MeasureUnit }[];
}
