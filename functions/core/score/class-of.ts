import type { GroupRanks } from './board.ts';
import type { UnitClass } from './score-rules.ts';

type RankedRow = {
  readonly unit: string;
  readonly score?: number;
  readonly rank?: number;
  readonly movement?: number;
};

/** The first class of the pack whose conditions a ranked row meets (四类排名). `before`: earlier boards, the latest first. */
export function classOf(
  row: RankedRow,
  now: GroupRanks,
  before: readonly (GroupRanks | undefined)[],
  classes: readonly UnitClass[],
): string | undefined {
  if (row.rank === undefined) return undefined;
  return classes.find((one) => meets(row, now, before, one))?.key;
}

function meets(
  row: RankedRow,
  now: GroupRanks,
  before: readonly (GroupRanks | undefined)[],
  { topShare, bottomShare, monthsInRow, risesMin, scoreMin }: UnitClass,
): boolean {
  if (risesMin !== undefined && (row.movement ?? 0) < risesMin) return false;
  if (scoreMin !== undefined && row.score! < scoreMin) return false;
  const months = [now, ...before].slice(0, monthsInRow);
  return (
    months.length === monthsInRow &&
    months.every(
      (month) =>
        (topShare === undefined || isAmongFirst(row.unit, month, topShare)) &&
        (bottomShare === undefined || isAmongLast(row.unit, month, bottomShare)),
    )
  );
}

/** How many units a share of the ranked ones is, rounded down: a small group has nobody at its edges. */
const unitsOf = (share: number, ranked: number) => Math.floor(share * ranked + 1e-9);

const isAmongFirst = (unit: string, month: GroupRanks | undefined, share: number) =>
  month !== undefined && (month.ranks[unit] ?? Number.POSITIVE_INFINITY) <= unitsOf(share, month.ranked);

/** A shared rank counts as the best place it stands for. */
const isAmongLast = (unit: string, month: GroupRanks | undefined, share: number) =>
  month !== undefined && (month.ranks[unit] ?? 0) > month.ranked - unitsOf(share, month.ranked);
