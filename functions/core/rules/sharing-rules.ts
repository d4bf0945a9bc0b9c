import type { SharingPolicy } from '../policy/sharing-policy.ts';
import { need } from './need.ts';

/** The compiled rules of sharing. */
export interface SharingRules {
  readonly kinds: ReadonlySet<string>;
  readonly points: { readonly samePlace: number; readonly sameDistrict: number; readonly capacity: number };
}

/** Compiles a pack's rules of sharing; none where it has no lists. */
export function compileSharing(policy: SharingPolicy | undefined): SharingRules | undefined {
  if (policy === undefined) return undefined;
  const { samePlace, sameDistrict, capacity } = policy.points;
  return {
    kinds: new Set(Object.keys(policy.kinds)),
    points: {
      samePlace: need(samePlace, 'sharing.points.samePlace'),
      sameDistrict: need(sameDistrict, 'sharing.points.sameDistrict'),
      capacity: need(capacity, 'sharing.points.capacity'),
    },
  };
}
