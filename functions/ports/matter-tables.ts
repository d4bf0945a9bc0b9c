import type { MatterCounts } from '../core/early/topic/matter-counts.ts';

/** Some matters over some months, in the whole city or in one district. */
export interface MattersAsked {
  readonly from: string;
  readonly to: string;
  readonly items: readonly string[];
  readonly district?: string | undefined;
}

/** Their counts, and the digest that names the tables they come from. */
interface MattersCounted {
  readonly counts: MatterCounts;
  readonly digest: string;
}

/** What months came to by matter: counted by jobs, since a city's month takes longer than a request. */
export interface MatterTables {
  /** The counts; undefined while a month of them is not counted: it is then asked for, once. */
  countsOf(asked: MattersAsked): Promise<MattersCounted | undefined>;
}
