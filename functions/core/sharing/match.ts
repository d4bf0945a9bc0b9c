import type { SharingRules } from '../rules/sharing-rules.ts';
import { freeOf, type Share } from './share.ts';

/** A resource that a need could use: how much of it, and how well it fits. */
export interface Match {
  readonly resource: Share;
  readonly quantity: number;
  readonly score: number;
}

/**
 * The resources a need could use (供需对接), best first: of its kind, open, not its own, with something free. Points for the
 * same place, for the district, and for how much of what is missing it covers; ties go to the elder, then to the id.
 */
export function matchesOf(need: Share, resources: readonly Share[], { points }: SharingRules): Match[] {
  const missing = freeOf(need);
  if (missing <= 0 || need.closedAt !== undefined) return [];
  return resources
    .filter(
      (one) =>
        one.list === 'resource' &&
        one.kind === need.kind &&
        one.owner !== need.owner &&
        one.closedAt === undefined &&
        freeOf(one) > 0,
    )
    .map((resource): Match => {
      const quantity = Math.min(missing, freeOf(resource));
      const place =
        resource.place === need.place
          ? points.samePlace
          : resource.district === need.district
            ? points.sameDistrict
            : 0;
      return { resource, quantity, score: place + (points.capacity * quantity) / missing };
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.resource.openedAt - b.resource.openedAt ||
        (a.resource.id < b.resource.id ? -1 : 1),
    );
}
