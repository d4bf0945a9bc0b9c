import type { OperationId } from '../../../functions/http/routes.ts';
import type { Facts } from '../../check/facts.ts';
import { projectsNow, sharesNow } from '../../check/shared-now.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const owners = ['daanshan', 'village', 'fangshan-police', 'fangshan-urban'] as const;

/** A resource or a need for the lists, small enough that two projects want the same of it. */
export function newShare({ n, a, b, who }: Op, facts: Facts): Wanted {
  const closed = a % 12 === 0 ? oneOf(sharesNow(facts), b) : undefined;
  const key = `share-${n}`;
  if (closed !== undefined) {
    const caller = staffOf(who % 5 === 0 ? 'transport' : closed.owner);
    return { operationId: 'closeShare', caller, key, path: { shareId: closed.id }, body: {} };
  }
  return shareOf({ n, a, who }, b % 2 === 0);
}

function shareOf({ n, a, who }: Pick<Op, 'n' | 'a' | 'who'>, isNeed: boolean): Wanted {
  return {
    operationId: 'registerShare',
    caller: staffOf(isNeed ? oneOf(['daanshan', 'village'], who)! : oneOf(owners, who)),
    key: `share-${n}`,
    path: {},
    body: {
      list: isNeed ? 'need' : 'resource',
      kind: 'venue',
      placeCode: 'daanshan',
      capacity: 2 + (a % 3),
      title: privateText(n),
    },
  };
}

/** A need and a resource brought together by one of their owners; first there have to be both. */
export function newProject({ n, a, b, who, pick }: Op, facts: Facts): Wanted {
  const open = sharesNow(facts);
  const need = oneOf(
    open.filter(({ list }) => list === 'need'),
    a,
  );
  const resource = oneOf(
    open.filter(({ list }) => list === 'resource'),
    b,
  );
  if (need === undefined) return shareOf({ n, a, who }, true);
  if (resource === undefined) return shareOf({ n, a, who }, false);
  return {
    operationId: 'offerProject',
    caller: staffOf(who % 2 === 0 ? need.owner : resource.owner),
    key: `project-${n}`,
    path: {},
    body: {
      needId: need.id,
      resourceId: resource.id,
      ...(pick % 3 === 0 ? {} : { quantity: 1 + (pick % 2) }),
    },
  };
}

const moves = [
  'agreeProject',
  'agreeProject',
  'agreeProject',
  'declineProject',
  'finishProject',
  'finishProject',
  'rateProject',
  'rateProject',
] as const satisfies readonly OperationId[];

/** What one of a project's sides does next, or the other one. */
export function onProject({ n, a, b, who, pick, ticket }: Op, facts: Facts): Wanted | undefined {
  const project = oneOf(projectsNow(facts), ticket);
  if (project === undefined) return undefined;
  const operationId = oneOf(moves, pick);
  const caller = staffOf(oneOf([project.owners.need, project.owners.resource], who)!);
  const points = operationId === 'rateProject' ? { points: a % 101 } : {};
  const said = b % 3 === 0 ? { text: privateText(n) } : {};
  return {
    operationId,
    caller,
    key: `step-${n}`,
    path: { projectId: project.id },
    body: { ...points, ...said },
  };
}
