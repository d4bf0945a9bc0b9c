import type { Triage } from './compile-triage.ts';
import { comparable, findAll } from './text-matcher.ts';

/** What the words of a text point at. `matched` are the winner's keywords, `runnerUp` the next best item, if any. */
export type Guess = {
  readonly itemCode: string;
  readonly guessed: true;
  readonly matched: readonly string[];
  readonly runnerUp?: string;
};

/**
 * Guesses a text's item (分类) by the catalogue's keywords: each keyword counts once, the weights add up, the heaviest
 * item wins. Returns null, so that a person decides, where no keyword occurs and where two items weigh the same: a
 * draw is no guess. The same text always gives the same answer. `description` is the citizen's text (up to 4,000
 * characters); it is read once.
 */
export const guessItem = (triage: Triage, description: string): Guess | null => {
  const seen = new Set<number>();
  const weights = new Map<number, number>();
  for (const { pattern } of findAll(triage.matcher, comparable(description))) {
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    const weight = triage.weightOf[pattern]!;
    for (const item of triage.itemsOf[pattern]!) weights.set(item, (weights.get(item) ?? 0) + weight);
  }
  const [best, second, third] = [...weights].sort(([, x], [, y]) => y - x);
  if (best === undefined || (second !== undefined && isDraw(best[1], second[1]))) return null;
  const matched = [...seen]
    .filter((pattern) => triage.itemsOf[pattern]!.includes(best[0]))
    .map((pattern) => triage.matcher.patterns[pattern]!);
  const itemCode = triage.itemCodes[best[0]]!;
  const runnerUpIsClear = second !== undefined && !(third !== undefined && isDraw(second[1], third[1]));
  return runnerUpIsClear
    ? { itemCode, guessed: true, matched, runnerUp: triage.itemCodes[second[0]]! }
    : { itemCode, guessed: true, matched };
};

/** Weights are sums of fractions, so equal sums may differ in the last digits. */
const isDraw = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
