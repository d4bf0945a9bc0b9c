import { rounded } from '../../score/rounded.ts';
import { type MatterCounts, shareOf } from './matter-counts.ts';
import type { CandidateRules } from './topic-rules.ts';

/** Which matter: an item in the whole city, or in one district. */
interface Matter {
  readonly item: string;
  readonly district?: string | undefined;
}

export type CountedMatter = Matter & MatterCounts;

/** A matter that could be a topic of the month. `weight` is what it is ranked by. */
export interface Candidate extends CountedMatter {
  readonly rank: number;
  readonly unresolvedShare: number;
  readonly dissatisfiedShare: number;
  readonly weight: number;
}

/** Weights are equal when they agree to so many decimals: what the machine rounds must not rank. */
const weightDecimals = 6;

type Weighing = Pick<CandidateRules, 'weights'>;

/**
 * How heavy a matter weighs: cases x unresolved share x dissatisfied share, each to the power of its weight. A matter of
 * which nobody was left unresolved weighs nothing, and neither does one of which nobody was asked.
 *
 * The sources say frequent problems that stay unresolved; the product and its exponents are the pack's assumption.
 */
export function weightOf(counts: MatterCounts, { weights }: Weighing): number {
  const unresolved = shareOf(counts.unresolved, counts.resolutionBase) ?? 0;
  const dissatisfied = shareOf(counts.dissatisfied, counts.satisfactionBase) ?? 0;
  const product =
    counts.cases ** weights.frequency *
    unresolved ** weights.unresolved *
    dissatisfied ** weights.dissatisfied;
  return rounded(product, weightDecimals);
}

/**
 * Ranks matters as candidates for the topic of the month (每月一题候选), the heaviest first; equal weights by their number of
 * cases, then by code. Counts of the same matter are added up first, so any partition of the same cases ranks alike.
 * Matters below the pack's minimum, or without any weight, are no candidates.
 *
 * @param counted plain counts: of the ledger, or of a simulation's own tallies
 */
export function rankCandidates(counted: Iterable<CountedMatter>, rules: CandidateRules): Candidate[] {
  return merged(counted)
    .filter(
      ({ cases, resolutionBase, satisfactionBase }) =>
        cases >= rules.casesMin && Math.min(resolutionBase, satisfactionBase) >= rules.answeredMin,
    )
    .map((counts) => ({
      ...counts,
      unresolvedShare: shareOf(counts.unresolved, counts.resolutionBase) ?? 0,
      dissatisfiedShare: shareOf(counts.dissatisfied, counts.satisfactionBase) ?? 0,
      weight: weightOf(counts, rules),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || b.cases - a.cases || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, rules.listMax)
    .map((candidate, n) => ({ rank: n + 1, ...candidate }));
}

const nameOf = ({ item, district = '' }: Matter) => `${item}/${district}`;

/** A city's quarter has hundreds of thousands of counts of some thousand matters: they are added up in place. */
function merged(counted: Iterable<CountedMatter>): CountedMatter[] {
  const byName = new Map<string, Mutable<CountedMatter>>();
  for (const one of counted) {
    const name = nameOf(one);
    const there = byName.get(name);
    if (there === undefined) {
      byName.set(name, { ...one });
      continue;
    }
    there.cases += one.cases;
    there.resolutionBase += one.resolutionBase;
    there.unresolved += one.unresolved;
    there.satisfactionBase += one.satisfactionBase;
    there.dissatisfied += one.dissatisfied;
  }
  return [...byName.values()];
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
