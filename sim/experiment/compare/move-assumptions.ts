import type { MeasureName } from '../../city/measures.ts';
import type { MovedAssumption } from '../../report/comparison-report.ts';
import type { Figure } from '../../report/report-input.ts';
import { moveVariant } from '../parameters/move-value.ts';
import { isMovable, numericAssumptions } from '../parameters/numeric-assumptions.ts';
import { valueAt } from '../parameters/value-path.ts';
import { type ReplicationPlan, runReplications } from '../replications/run-replications.ts';
import { mergedPack } from '../setup/merged-pack.ts';
import type { Variant } from '../setup/variant.ts';
import { figureOf } from '../summary/figure-of.ts';
import { verdictOf } from './verdict.ts';

/** The two sides of a comparison. */
export interface Sides {
  readonly a: Variant;
  readonly b: Variant;
}

/** An assumption moved on the sides that have it, ready to be run. */
export interface Move extends Sides {
  /** `pack.reopen.limitShare` or `scenario.load.dispatchShare`. */
  readonly key: string;
  readonly by: number;
}

const steps = [-0.2, 0.2];

/** Paths of everything that can be moved: assumed numbers of the packs, or of the scenarios. */
export const movableKeys = ({ a, b }: Sides, where: 'pack' | 'scenario'): string[] => [
  ...new Set([a, b].flatMap((side) => assumedKeys(side, where))),
];

const assumedKeys = (side: Variant, where: 'pack' | 'scenario'): string[] =>
  numericAssumptions(contentOf(side, where)).map((path) => `${where}.${path}`);

const contentOf = ({ sources, scenario }: Variant, where: 'pack' | 'scenario'): unknown =>
  where === 'pack' ? mergedPack(sources).content : scenario;

/**
 * Moves each assumption by 20 % down and up, one at a time, on every side that has it. Those that cannot be moved, because
 * pack or scenario refuse the value, are listed with the reason.
 */
export function plannedMoves(
  { a, b }: Sides,
  keys: readonly string[],
): { readonly moves: readonly Move[]; readonly refused: readonly string[] } {
  const moves: Move[] = [];
  const refused: string[] = [];
  for (const key of keys) {
    for (const by of steps) {
      const [first, second] = [moveSide(a, key, by), moveSide(b, key, by)];
      const reason = first.reason ?? second.reason;
      if (reason === undefined) moves.push({ key, by, a: first.variant, b: second.variant });
      else refused.push(`${key} ${by > 0 ? '+' : ''}${by * 100} %: ${reason}`);
    }
  }
  return { moves, refused };
}

/** A side that does not assume it stays as it is: what is published does not move. */
function moveSide(side: Variant, key: string, by: number): { variant: Variant; reason?: string } {
  const where = key.startsWith('pack.') ? 'pack' : 'scenario';
  const path = key.slice(where.length + 1);
  const value = valueAt(contentOf(side, where), path);
  if (!(assumedKeys(side, where).includes(key) && isMovable(value))) return { variant: side };
  const moved = moveVariant(side, { in: where, path, value }, 1 + by);
  return moved.ok ? { variant: moved.value.variant } : { variant: side, reason: moved.error[0] ?? '' };
}

/** How moved comparisons are run. */
export type MoveRun = Pick<
  ReplicationPlan<number>,
  'replications' | 'workers' | 'model' | 'interrupted' | 'progress'
> & { readonly measure: MeasureName; readonly base: Figure };

/**
 * Runs the moved comparisons on the luck of the plain one and tells which of them change its verdict. What an
 * interruption left unfinished is missing.
 */
export async function runMoves(
  moves: readonly Move[],
  { measure, base, ...run }: MoveRun,
): Promise<MovedAssumption[]> {
  if (moves.length === 0) return [];
  const { byVariant } = await runReplications<number>({
    ...run,
    variants: moves.flatMap(({ a, b }) => [a, b]),
    keep: ({ measures }) => measures[measure],
  });
  const verdict = verdictOf(base);
  return moves.flatMap(({ key, by }, i): MovedAssumption[] => {
    const [a, b] = [byVariant[2 * i]!, byVariant[2 * i + 1]!];
    const difference = figureOf(b.map((value, replication) => value - a[replication]!));
    return difference === undefined
      ? []
      : [{ key, by, difference, flips: verdictOf(difference) !== verdict }];
  });
}
