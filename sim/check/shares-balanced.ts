import { type Project, sides } from '../../functions/core/sharing/project.ts';
import { freeOf, type Share } from '../../functions/core/sharing/share.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';
import { projectsNow, sharesNow } from './shared-now.ts';

/** Nothing is given twice: what projects hold of a resource or need is no more than there is, and once a project. */
export const sharesBalanced: Checker = {
  name: 'shares-balanced',
  promise:
    'a resource is never given away twice; what is agreed is held on both sides, what is declined on none',
  phase: 'liveness',
  atEnd: (facts) => [
    ...sharesNow(facts).flatMap(overdrawn),
    ...projectsNow(facts).flatMap((one) => held(one, facts)),
  ],
};

function overdrawn(share: Share): readonly string[] {
  const { id, capacity, commitments } = share;
  const holders = commitments.map(({ project }) => project);
  if (new Set(holders).size !== holders.length) return [`${id} is held twice by one project`];
  return freeOf(share) < 0 ? [`${id} has ${capacity} and has given ${capacity - freeOf(share)}`] : [];
}

function held({ id, status, quantity, ...project }: Project, facts: Facts): readonly string[] {
  const isDue = status === 'agreed' || status === 'done';
  // Whoever went away in the middle has left a side open, which the next command of either side closes.
  const isCutOff = facts.asked.some(({ path, isAbandoned }) => path.projectId === id && isAbandoned);
  return sides.flatMap((side) => {
    const share = sharesNow(facts).find((one) => one.id === project[side]);
    const has = share?.commitments.find((one) => one.project === id)?.quantity ?? 0;
    if (has === (isDue ? quantity : 0) || (isCutOff && !isDue)) return [];
    return [`project ${id} is ${status} over ${quantity}, and its ${side} holds ${has} for it`];
  });
}
