import type { ItemIndex } from '../../../functions/core/rules/item-table.ts';
import type { UnitIndex } from '../../../functions/core/rules/unit-table.ts';
import type { EpochMs } from '../../../functions/core/time.ts';

/** Why a request that its cause would have brought did not come. */
export const Avoided = { byAction: 0, byTopic: 1, byPatrol: 2 } as const;
export type Avoided = (typeof Avoided)[keyof typeof Avoided];

/** Something at a place that makes people ask about one item: its number in `Causes` is 1 or more. */
export interface Cause {
  /** Place in the scenario's list of causes; surges follow behind it. */
  readonly kind: number;
  readonly item: ItemIndex;
  readonly place: UnitIndex;
  /** Its luck, see `Luck`. */
  readonly word: number;
  /** When its first request would come. */
  readonly bornAt: EpochMs;
  /** When what it brings has fallen to a thousandth; infinite for a surge. */
  readonly fadesAt: EpochMs;
  /** A topic kept it from coming about: it brings nothing. */
  readonly isSpared: boolean;
  /** Share of its further requests that still come. */
  left: number;
  /** Who reduced it last. */
  reducedBy: Avoided;
  /** A request of it has been due in the time that is measured. */
  wasSeen: boolean;
  wasWarned: boolean;
  wasFound: boolean;
}
