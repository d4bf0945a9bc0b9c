import { checkers } from '../../check/checkers.ts';
import type { Host } from '../../experiment/terminal/host.ts';
import { tableText } from '../../experiment/terminal/table-text.ts';
import { bugs } from '../planted/bugs.ts';
import { runSeeds } from './run-seeds.ts';
import type { SeedResult } from './thread-messages.ts';

/** A checker must find each bug within so many seeds. */
const plantedSeedsMax = 1_000;
/** Seeds a thread runs before it asks whether the bug has been found by another. */
const chunk = 5;

/**
 * Plants one bug after the other and runs seeds until a checker finds it: which, with which seed. Returns whether every
 * bug was found by a checker that is there for it, and every checker found one.
 */
export async function plantedTable(host: Host, from: number, workers: number): Promise<boolean> {
  const found = new Map<string, SeedResult>();
  const asked = new Map(bugs.map(({ name }) => [name, from]));
  const plan = {
    next: () => {
      const bug = bugs.find(({ name }) => !found.has(name) && asked.get(name)! < from + plantedSeedsMax);
      if (bug === undefined) return undefined;
      const first = asked.get(bug.name)!;
      asked.set(bug.name, first + chunk);
      return { bug: bug.name, seeds: Array.from({ length: chunk }, (_, n) => first + n) };
    },
    done: ({ bug = '' }, results: readonly SeedResult[]) => {
      const result = results.find(({ violations }) => violations.length > 0);
      const known = found.get(bug);
      if (result === undefined || (known !== undefined && known.seed < result.seed)) return;
      found.set(bug, result);
    },
  };
  await runSeeds(plan, workers, host.interrupted);
  const rows = bugs.map(({ name, what, checkers: expected }) => {
    const result = found.get(name);
    const checker = result?.violations[0]?.checker ?? 'not found';
    const isExpected = expected.includes(checker);
    return {
      cells: [name, what, isExpected ? checker : `${checker} (!)`, seedsText(result, from)],
      isExpected,
      checker,
    };
  });
  const columns = [
    { title: 'bug' },
    { title: 'what is wrong' },
    { title: 'found by' },
    { title: 'seeds', isNumber: true },
  ];
  for (const line of tableText(
    columns,
    rows.map(({ cells }) => cells),
  ))
    host.out(line);
  const silent = checkers.filter(({ name }) => !rows.some(({ checker }) => checker === name));
  if (silent.length > 0)
    host.out(`checkers that found nothing: ${silent.map(({ name }) => name).join(', ')}`);
  return silent.length === 0 && rows.every(({ isExpected }) => isExpected);
}

const seedsText = (result: SeedResult | undefined, from: number): string =>
  result === undefined ? `> ${plantedSeedsMax}` : String(result.seed - from + 1);
