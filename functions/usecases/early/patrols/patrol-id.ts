import { undertakingId } from '../../../core/undertaking/undertaking-id.ts';
import type { Deps } from '../../deps.ts';

/** What a month of a route is about, as undertakings are told apart. */
export const aboutMonth = (routeId: string, month: string): string => `${routeId}/${month}`;

/** The id of a month of a route, so that the one who knows the route needs no index to find it. */
export const patrolMonthId = ({ digest }: Pick<Deps, 'digest'>, routeId: string, month: string): string =>
  undertakingId('patrol', digest(JSON.stringify(['patrol', aboutMonth(routeId, month)])));

/** The id of a route: a digest of the command that opened it. */
export const routeIdOf = ({ digest }: Pick<Deps, 'digest'>, commandId: string): string =>
  digest(`patrol route\n${commandId}`).slice(0, 32);

/** What a route's id looks like. */
export const routeIdPattern = /^[0-9a-f]{32}$/;
