import { err, type Result } from '../../core/result.ts';
import type { Project } from '../../core/sharing/project.ts';
import type { Share } from '../../core/sharing/share.ts';
import type { Shared } from '../../ports/share-store.ts';
import type { Deps } from '../deps.ts';
import type { Busy, NotFound } from '../errors.ts';

/** How often a lost race is taken up again. */
const attemptsMax = 6;

/** Whether a line is a resource or a need. */
export const isShare = (one: Shared): one is Share => one.list !== 'project';

/** Whether a line is a project, between two others. */
export const isProject = (one: Shared): one is Project => one.list === 'project';

/** Changes a line by one conditional write: loads, decides, saves, and again when another was faster. */
export async function changeShared<One extends Shared, Failure>(
  { store }: Pick<Deps, 'store'>,
  id: string,
  isOne: (one: Shared) => one is One,
  change: (one: One) => Result<One, Failure>,
): Promise<Result<One, Failure | NotFound | Busy>> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const found = await store.loadShared(id);
    if (found === undefined || !isOne(found)) return err({ code: 'NOT_FOUND' });
    const changed = change(found);
    if (!changed.ok || changed.value === found) return changed;
    const saved = await store.putShared({ ...changed.value, rev: found.rev + 1 }, found.rev);
    if (saved === 'saved') return changed;
  }
  return err({ code: 'BUSY' });
}
