import type { Scope } from './scopes.ts';

const read = ['boards.read'] as const;
const manage = ['boards.manage'] as const;
/** Units appeal; supervisors decide. The rows behind say who may do which. */
const rule = ['boards.manage', 'tickets.handle'] as const;
/** Subdistricts rate; the hotline records what the public says. */
const rate = ['boards.manage', 'tickets.handle', 'tickets.callback'] as const;

const board = '/boards/{kind}/{period}';
const group = `${board}/groups/{group}` as const;
const unit = `${board}/units/{unitCode}` as const;

/** The routes of boards (考评排名): all answered by one function. */
export const boardRoutes = [
  { method: 'GET', path: '/boards', scope: read, handler: 'boards', operationId: 'listBoards' },
  { method: 'GET', path: board, scope: read, handler: 'boards', operationId: 'readBoard' },
  {
    method: 'GET',
    path: `${board}/versions`,
    scope: read,
    handler: 'boards',
    operationId: 'listBoardVersions',
  },
  { method: 'GET', path: group, scope: read, handler: 'boards', operationId: 'readBoardRows' },
  {
    method: 'GET',
    path: `${group}/export.json`,
    scope: read,
    handler: 'boards',
    operationId: 'exportBoard',
  },
  {
    method: 'GET',
    path: `${group}/export.csv`,
    scope: read,
    handler: 'boards',
    operationId: 'exportBoardCsv',
  },
  {
    method: 'GET',
    path: `${group}/differences`,
    scope: read,
    handler: 'boards',
    operationId: 'compareBoards',
  },
  { method: 'GET', path: unit, scope: read, handler: 'boards', operationId: 'readBoardUnit' },
  { method: 'GET', path: `${unit}/now`, scope: read, handler: 'boards', operationId: 'readUnitNow' },
  { method: 'GET', path: `${unit}/cases`, scope: read, handler: 'boards', operationId: 'listBoardCases' },
  {
    method: 'GET',
    path: `${unit}/ratings`,
    scope: read,
    handler: 'boards',
    operationId: 'listBoardRatings',
  },
  { method: 'POST', path: `${board}/refresh`, scope: manage, handler: 'boards', operationId: 'refreshBoard' },
  { method: 'POST', path: `${board}/publish`, scope: manage, handler: 'boards', operationId: 'publishBoard' },
  { method: 'POST', path: `${board}/verify`, scope: manage, handler: 'boards', operationId: 'verifyBoard' },
  {
    method: 'GET',
    path: '/board-jobs/{jobId}',
    scope: manage,
    handler: 'boards',
    operationId: 'readBoardJob',
  },
  { method: 'GET', path: `${board}/rulings`, scope: read, handler: 'boards', operationId: 'listRulings' },
  { method: 'POST', path: `${board}/rulings`, scope: rule, handler: 'boards', operationId: 'ruleOnCase' },
  { method: 'POST', path: `${board}/points`, scope: manage, handler: 'boards', operationId: 'givePoints' },
  { method: 'POST', path: '/ratings', scope: rate, handler: 'boards', operationId: 'rateUnit' },
] as const satisfies readonly {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly scope: readonly Scope[];
  readonly handler: 'boards';
  readonly operationId: string;
}[];

export type BoardOperation = (typeof boardRoutes)[number]['operationId'];
