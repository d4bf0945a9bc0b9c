import type { Walk } from './walk.ts';
import { gradedHandling } from './walks/06-graded-handling.ts';
import { firstReceiver } from './walks/09-first-receiver.ts';
import { fourTiers } from './walks/10-four-tiers.ts';
import { gridBranches } from './walks/18-grid-branches.ts';
import { dongchengBacklog } from './walks/19-dongcheng-backlog.ts';

/** Every walk, by the number of its system. */
export const walks: readonly Walk[] = [
  gradedHandling,
  firstReceiver,
  fourTiers,
  gridBranches,
  dongchengBacklog,
];
