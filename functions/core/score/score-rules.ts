import type { UnitKind } from '../directory/unit-kinds.ts';
import type { Answer } from '../ticket/kinds.ts';

export type Title = { readonly zh: string; readonly en: string };

export const citizenRates = ['response', 'resolution', 'satisfaction'] as const;
export type CitizenRate = (typeof citizenRates)[number];
export const rateNames = [...citizenRates, 'onTime'] as const;
export type RateName = (typeof rateNames)[number];

/** From a rate (0 to 1) to the share of its weight it earns (0 to 1). */
export type Bands = 'linear' | { readonly shape: 'steps' | 'pieces'; readonly knots: readonly Knot[] };
type Knot = { readonly rate: number; readonly earns: number };

interface RateRules {
  readonly weight: number;
  readonly bands: Bands;
}

export interface CitizenRateRules extends RateRules {
  /** What a case without an answer counts as, by outcome: `Answer.unknown` leaves the base. */
  readonly missing: readonly Answer[];
}

interface OnTimeRules extends RateRules {
  readonly overdueOpen: 'late' | 'notCounted';
  readonly chargedDelay: 'excluded' | 'onTime' | 'late';
}

export interface ScoreGroup {
  readonly key: string;
  readonly title: Title;
  readonly kinds: ReadonlySet<UnitKind>;
  readonly fullMarks: number;
}

export interface UnitClass {
  readonly key: string;
  readonly title: Title;
  readonly topShare?: number | undefined;
  readonly bottomShare?: number | undefined;
  readonly monthsInRow: number;
  readonly risesMin?: number | undefined;
  readonly scoreMin?: number | undefined;
}

interface ExclusionReason {
  readonly title: Title;
  readonly decidedBy: ReadonlySet<'city' | 'district'>;
  readonly appealable: boolean;
}

export type PoolKind = 'subdistrict' | 'district' | 'department';

/** Everything the month's board reads. */
export interface MonthRules {
  readonly rates: Readonly<Record<CitizenRate, CitizenRateRules>> & { readonly onTime: OnTimeRules };
  /** Kinds of matter that count; the others are counted apart. */
  readonly countedKinds: ReadonlySet<string>;
  /** By outcome. */
  readonly countedOutcomes: readonly boolean[];
  readonly merged: 'counted' | 'excluded';
  readonly exclusionReasons: ReadonlyMap<string, ExclusionReason>;
  readonly baseMin: number;
  readonly emptyBase: 'unranked' | 'fullMarks' | 'groupMean';
  readonly emptyRate: 'shared' | 'fullMarks' | 'groupMean';
  readonly bonusMax: number;
  readonly deductionMax: number;
  readonly decimals: number;
  readonly tieBreakers: readonly (RateName | 'cases')[];
  readonly classes: readonly UnitClass[];
  readonly department: {
    readonly own: number;
    readonly trade: number;
    readonly tradeIncludesOwn: boolean;
  };
  readonly countsFor: ReadonlyMap<UnitKind, readonly PoolKind[]>;
  readonly groups: readonly ScoreGroup[];
}

export type Rater = UnitKind | 'public';

export interface RatingPart {
  readonly key: string;
  readonly title: Title;
  /** Its share of the whole score. */
  readonly weight: number;
  readonly by: ReadonlySet<Rater>;
  readonly ratingsMin: number;
}

/** Everything a board made of ratings reads: the annual appraisal, or a special check. */
export interface RatingBoardRules {
  readonly parts: readonly RatingPart[];
  readonly voices: 'raters' | 'ratings';
  readonly emptyPart: 'unranked' | 'shared';
  readonly decimals: number;
  readonly groups: readonly ScoreGroup[];
}

/** The rules of the three boards. A pack without an annual appraisal or a special check has none. */
export interface ScoreRules {
  readonly month: MonthRules;
  readonly annual?: RatingBoardRules;
  readonly special?: RatingBoardRules;
}
