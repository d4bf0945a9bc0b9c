import type { Scope } from './scopes.ts';

const read = ['early.read'] as const;
const manage = ['early.manage'] as const;
/** The lead plans, tells and answers. */
const handle = ['tickets.handle'] as const;
const either = ['early.manage', 'tickets.handle'] as const;

const matter = '/matters/{matterId}';

const route = <Id extends string>(
  method: 'GET' | 'POST',
  path: string,
  scope: readonly Scope[],
  operationId: Id,
) => ({ method, path, scope, handler: 'early' as const, operationId });

/** The routes of matters (同因并案). */
export const matterRoutes = [
  route('POST', '/matters', manage, 'openMatter'),
  route('GET', matter, read, 'readMatter'),
  route('GET', `${matter}/members`, read, 'listMatterMembers'),
  route('POST', `${matter}/add-members`, manage, 'addMatterMembers'),
  route('POST', `${matter}/remove-members`, manage, 'removeMatterMembers'),
  route('POST', `${matter}/lay-plan`, handle, 'layMatterPlan'),
  route('POST', `${matter}/finish-step`, handle, 'finishMatterStep'),
  route('POST', `${matter}/tell-progress`, handle, 'tellMatterProgress'),
  route('POST', `${matter}/answer`, handle, 'answerMatter'),
  route('POST', `${matter}/close`, either, 'closeMatter'),
] as const;
