import { err, ok, type Result } from '../../core/result.ts';
import type { Rules } from '../../core/rules/rules.ts';
import type { BoardKey, NotedRules } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';
import type { NoRules } from './board-errors.ts';
import { isMonthly } from './board-period.ts';
import { allPages } from './read-pages.ts';

/** Keeps the present rules with their sources and notes since when they are valid, so that later boards find them. */
export async function noteRules({ store, boards, city, clock }: BoardDeps): Promise<void> {
  const { hash, policyId, validFrom } = city.rules;
  await store.putRules(hash, city.sources);
  await boards.noteRules({ hash, policyId, validFrom, notedAt: clock.now() });
}

/**
 * The rules a board is made by: those asked for by hash, else the pack of its period. That is, of the packs noted here and
 * the present one, the pack with the latest first day that is not after the period's last; between sets of rules with
 * the same first day the present one, then the one noted last.
 */
export async function chooseRules(
  deps: BoardDeps,
  board: BoardKey,
  asked?: string,
): Promise<Result<Rules, NoRules>> {
  const present = deps.city.rules;
  if (asked !== undefined) {
    const isKept = asked === present.hash || (await deps.store.loadRules(asked)) !== undefined;
    return isKept ? ok(await deps.rulesOf(asked)) : err({ code: 'NO_RULES', period: board.period });
  }
  const lastDay = isMonthly(board.kind) ? `${board.period}-31` : `${board.period}-12-31`;
  const noted = await allPages((page) => deps.boards.notedRules(page));
  const now: NotedRules = { ...present, notedAt: Number.POSITIVE_INFINITY };
  const [chosen] = [...noted, now]
    .filter(({ validFrom }) => validFrom <= lastDay)
    .sort((a, b) =>
      a.validFrom === b.validFrom ? b.notedAt - a.notedAt : a.validFrom < b.validFrom ? 1 : -1,
    );
  return chosen === undefined
    ? err({ code: 'NO_RULES', period: board.period })
    : ok(await deps.rulesOf(chosen.hash));
}
