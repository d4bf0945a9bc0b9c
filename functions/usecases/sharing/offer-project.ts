import * as z from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import type { Project } from '../../core/sharing/project.ts';
import { freeOf, type Share } from '../../core/sharing/share.ts';
import type { StoredShared } from '../../ports/share-store.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Forbidden, Invalid, OtherBody } from '../errors.ts';
import { ticketIdOf, ticketIdPattern } from '../ticket-id.ts';
import { type NotEnough, notEnough } from './sharing-errors.ts';

const id = z.string().regex(ticketIdPattern);

/** A need and a resource of its kind; absent `quantity`: as much as is missing and there is. */
export const projectRequest = z.strictObject({
  needId: id,
  resourceId: id,
  quantity: z.int().min(1).max(100_000).optional(),
});

/**
 * Offers a project (双向提供服务): who has the resource offers it to a need, or who has the need asks for a resource. Nothing
 * is taken before the other side agrees. The same command is the same offer.
 */
export async function offerProject(
  { store, clock, ...deps }: Deps,
  { needId, resourceId, quantity }: z.infer<typeof projectRequest>,
  commandId: string,
  caller: Caller,
): Promise<Result<{ project: Project; isNew: boolean }, Forbidden | Invalid | NotEnough | OtherBody>> {
  const projectId = ticketIdOf(deps, 'project', commandId);
  const [need, resource, there] = await Promise.all(
    [needId, resourceId, projectId].map((one) => store.loadShared(one)),
  );
  if (need?.list !== 'need') return err(invalid('needId', 'there is no such need'));
  if (resource?.list !== 'resource' || resource.kind !== need.kind) {
    return err(invalid('resourceId', 'there is no such resource of the need’s kind'));
  }
  const offeredBy = caller.unit === resource.owner ? 'resource' : 'need';
  if (caller.unit !== resource.owner && caller.unit !== need.owner) return err({ code: 'FORBIDDEN' });
  if (there?.list === 'project') {
    return isSame(there, { need, resource, quantity })
      ? ok({ project: there, isNew: false })
      : err({ code: 'CONFLICT' });
  }
  const most = Math.min(openOf(need), openOf(resource));
  if (most <= 0 || (quantity ?? 1) > most) return err(notEnough(openOf(need) <= 0 ? 'need' : 'resource'));
  const now = clock.now();
  const project: StoredShared<Project> = {
    id: projectId,
    list: 'project',
    need: need.id,
    resource: resource.id,
    owners: { need: need.owner, resource: resource.owner },
    place: need.place,
    district: need.district,
    kind: need.kind,
    quantity: quantity ?? most,
    status: 'offered',
    offeredBy,
    offeredAt: now,
    changedAt: now,
    ratings: {},
    rev: 1,
  };
  if ((await store.putShared(project)) === 'saved') return ok({ project, isNew: true });
  return ok({ project: (await store.loadShared(projectId)) as StoredShared<Project>, isNew: false });
}

const isSame = (
  there: Project,
  asked: { need: Share; resource: Share; quantity: number | undefined },
): boolean =>
  there.need === asked.need.id &&
  there.resource === asked.resource.id &&
  (asked.quantity === undefined || asked.quantity === there.quantity);

const openOf = (share: Share) => (share.closedAt === undefined ? freeOf(share) : 0);

const invalid = (field: string, reason: string): Invalid => ({ code: 'INVALID', field, reason });
