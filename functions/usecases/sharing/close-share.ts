import { err, ok, type Result } from '../../core/result.ts';
import { isWithin } from '../../core/rules/unit-table.ts';
import type { Share } from '../../core/sharing/share.ts';
import { actorOf, type Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Busy, Forbidden, NotFound } from '../errors.ts';
import { changeShared, isShare } from './change-shared.ts';

/** Takes a line off its list for good and erases its words. What projects have taken of it stays theirs. */
export function closeShare(
  deps: Deps,
  id: string,
  caller: Caller,
): Promise<Result<Share, Forbidden | NotFound | Busy>> {
  const { units } = deps.city.rules;
  const by = actorOf(caller, deps.city.rules);
  const now = deps.clock.now();
  return changeShared<Share, Forbidden>(deps, id, isShare, (share) => {
    const owner = units.byCode.get(share.owner) ?? -1;
    if (by < 0 || !isWithin(units, owner, by)) return err({ code: 'FORBIDDEN' });
    if (share.closedAt !== undefined) return ok(share);
    const { title: _, ...rest } = share;
    return ok({ ...rest, closedAt: now });
  });
}
