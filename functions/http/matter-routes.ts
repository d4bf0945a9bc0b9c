import { earlyRoute as route } from './early-route.ts';

const read = ['early.read'] as const;
const manage = ['early.manage'] as const;
/** The lead plans, tells and answers. */
const handle = ['tickets.handle'] as const;
const either = ['early.manage', 'tickets.handle'] as const;

const matter = '/matters/{matterId}';

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
