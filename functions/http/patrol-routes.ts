const read = ['early.read'] as const;
const manage = ['tickets.handle', 'early.manage'] as const;
const handle = ['tickets.handle'] as const;

const route = '/patrols/{routeId}';

/** The routes of patrols (巡查). Whose name stands on the board of a street is for everybody to read. */
export const patrolRoutes = [
  { method: 'POST', path: '/patrols', scope: manage, handler: 'early', operationId: 'openPatrolRoute' },
  { method: 'GET', path: '/patrols', scope: read, handler: 'early', operationId: 'listPatrolRoutes' },
  { method: 'GET', path: route, scope: read, handler: 'early', operationId: 'readPatrolRoute' },
  {
    method: 'POST',
    path: `${route}/rounds`,
    scope: handle,
    handler: 'early',
    operationId: 'recordPatrolRound',
  },
  {
    method: 'POST',
    path: `${route}/chief`,
    scope: manage,
    handler: 'early',
    operationId: 'namePatrolChief',
  },
  {
    method: 'POST',
    path: `${route}/retire`,
    scope: manage,
    handler: 'early',
    operationId: 'retirePatrolRoute',
  },
  {
    method: 'GET',
    path: '/street-chiefs',
    scope: null,
    handler: 'early',
    operationId: 'listStreetChiefs',
  },
  {
    method: 'GET',
    path: '/patrol-coverage',
    scope: read,
    handler: 'early',
    operationId: 'reportPatrolCoverage',
  },
] as const;
