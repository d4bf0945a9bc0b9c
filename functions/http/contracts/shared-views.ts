import { instantText } from '../../core/instant-text.ts';
import type { Project } from '../../core/sharing/project.ts';
import { freeOf, type Share } from '../../core/sharing/share.ts';
import type { DurationMs } from '../../core/time.ts';
import type { Shared } from '../../ports/share-store.ts';

/** A resource or need as the API shows it. */
export const showShare =
  (utcOffsetMs: DurationMs) =>
  ({ id, list, owner, place, kind, title, capacity, commitments, openedAt, closedAt }: Share) => ({
    id,
    list,
    ownerUnit: owner,
    placeCode: place,
    kind,
    ...(title === undefined ? {} : { title }),
    capacity,
    free: freeOf({ capacity, commitments }),
    openedAt: instantText(openedAt, utcOffsetMs),
    ...(closedAt === undefined ? {} : { closedAt: instantText(closedAt, utcOffsetMs) }),
  });

/** A project as the API shows it. */
export const showProject = (utcOffsetMs: DurationMs) => (given: Project) => {
  const { id, list, need, resource, owners, place, kind, quantity, status, offeredBy, ratings } = given;
  const rated = (rating: Project['ratings']['need']) =>
    rating && { points: rating.points, at: instantText(rating.at, utcOffsetMs) };
  return {
    id,
    list,
    needId: need,
    resourceId: resource,
    needUnit: owners.need,
    resourceUnit: owners.resource,
    placeCode: place,
    kind,
    quantity,
    status,
    offeredBy,
    offeredAt: instantText(given.offeredAt, utcOffsetMs),
    changedAt: instantText(given.changedAt, utcOffsetMs),
    ratings: {
      ...(ratings.need && { need: rated(ratings.need) }),
      ...(ratings.resource && { resource: rated(ratings.resource) }),
    },
  };
};

/** A line of any of the three lists. */
export const showShared = (utcOffsetMs: DurationMs) => (given: Shared) =>
  given.list === 'project' ? showProject(utcOffsetMs)(given) : showShare(utcOffsetMs)(given);
