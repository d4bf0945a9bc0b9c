import { matterRoutes } from '../matter-routes.ts';
import { patrolRoutes } from '../patrol-routes.ts';
import type { ContractsOf } from '../run.ts';
import { topicRoutes } from '../topic-routes.ts';
import { undertakingRoutes } from '../undertaking-routes.ts';
import { warningRoutes } from '../warning-routes.ts';
import { laterContracts } from './later-contracts.ts';

/** The contracts of acting early, each kind's loaded with its first request: a request needs those of one kind alone. */
export const earlyContractsLater: ContractsOf<'early'> = {
  ...laterContracts(
    undertakingRoutes,
    async () => (await import('./undertaking-contracts.ts')).undertakingContracts,
  ),
  ...laterContracts(matterRoutes, async () => (await import('./matter-contracts.ts')).matterContracts),
  ...laterContracts(patrolRoutes, async () => (await import('./patrol-contracts.ts')).patrolContracts),
  ...laterContracts(topicRoutes, async () => ({
    ...(await import('./topic-contracts.ts')).topicContracts,
    ...(await import('./meeting-contracts.ts')).meetingContracts,
  })),
  ...laterContracts(warningRoutes, async () => (await import('./warning-contracts.ts')).warningContracts),
};
