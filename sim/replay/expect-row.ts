import type { Policy } from '../../functions/core/policy/policy-schema.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { PlannedRow } from './plan-rows.ts';

type Rungs = NonNullable<Policy['escalation']['rungs']['value']>;

/** A rung of the ladder and the instant it was climbed. */
type Climb = { readonly key: string; readonly at: EpochMs };

/** What must be true of a row's ticket at the end. */
export type Expected = {
  readonly dueAt: EpochMs | undefined;
  readonly isOverdue: boolean;
  readonly climbs: readonly Climb[];
};

/**
 * Works out from the file alone, and the pack's rungs as they are written, what a row's ticket must look like: nothing
 * of the service is used. A limit is passed only after it: what is answered exactly at its due time is on time.
 */
export const expectRow = ({ row, answerAt }: PlannedRow, rungs: Rungs, endAt: EpochMs): Expected => {
  const { createdAt, dueAt } = row;
  if (dueAt === null) return { dueAt: undefined, isOverdue: false, climbs: [] };
  const stopAt = answerAt ?? endAt;
  const climbs = rungs
    .map((rung) => ({
      key: rung.key,
      at: 'share' in rung ? createdAt + Math.round((dueAt - createdAt) * rung.share) : dueAt + rung.after,
    }))
    .filter(({ at }) => at < stopAt);
  return { dueAt, isOverdue: dueAt < stopAt, climbs: climbs.toSorted((a, b) => a.at - b.at) };
};
