import { Avoided } from './cause.ts';

/** What is counted of acting early, after the warm-up, at offsets of `counts`. */
export const EarlyCount = {
  /** Requests that causes brought, and those that did not come: by `Avoided`. */
  causeTickets: 0,
  avoidedByAction: 1,
  avoidedByTopic: 2,
  avoidedByPatrol: 3,
  warnings: 4,
  falseAlarms: 5,
  /** Causes that were warned of for the first time, and hours from their first request to that. */
  detected: 6,
  detectionHours: 7,
  acted: 8,
  matters: 9,
  members: 10,
  topics: 11,
  patrolFinds: 12,
  /** Staff hours of looks, actions, plans, topics and patrols. */
  staffHours: 13,
} as const;

/** One kind of cause, by place in the list of kinds: causes that brought something, and what `EarlyCount` says of all. */
export const KindCount = { causes: 0, tickets: 1, avoided: 2, detected: 3, detectionHours: 4 } as const;
const kindWidth = Object.keys(KindCount).length;

/** Where `EarlyCount` counts what did not come. */
export const avoidedCount = {
  [Avoided.byAction]: EarlyCount.avoidedByAction,
  [Avoided.byTopic]: EarlyCount.avoidedByTopic,
  [Avoided.byPatrol]: EarlyCount.avoidedByPatrol,
} as const;

export class EarlyTallies {
  readonly counts = new Float64Array(Object.keys(EarlyCount).length);
  private readonly byKind: Float64Array;

  constructor(kinds: number) {
    this.byKind = new Float64Array(kinds * kindWidth);
  }

  add(count: (typeof EarlyCount)[keyof typeof EarlyCount], by = 1): void {
    this.counts[count]! += by;
  }

  addOfKind(kind: number, count: (typeof KindCount)[keyof typeof KindCount], by = 1): void {
    this.byKind[kind * kindWidth + count]! += by;
  }

  ofKind(kind: number, count: (typeof KindCount)[keyof typeof KindCount]): number {
    return this.byKind[kind * kindWidth + count]!;
  }

  /** Every number counted, for a fingerprint. */
  get arrays(): readonly Float64Array[] {
    return [this.counts, this.byKind];
  }
}
