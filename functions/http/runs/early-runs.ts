import type { Deps } from '../../usecases/deps.ts';
import { matterRoutes } from '../matter-routes.ts';
import { patrolRoutes } from '../patrol-routes.ts';
import type { Runs } from '../run.ts';
import { topicRoutes } from '../topic-routes.ts';
import { undertakingRoutes } from '../undertaking-routes.ts';
import { warningRoutes } from '../warning-routes.ts';
import type { BoardsApi } from './board-runs.ts';
import { later } from './later.ts';

/** Everything the function of acting early answers; each kind is loaded with its first request. */
export const earlyRuns = (deps: Deps & BoardsApi): Runs<'early'> => ({
  ...later(undertakingRoutes, async () => (await import('./undertaking-runs.ts')).undertakingRuns(deps)),
  ...later(matterRoutes, async () => (await import('./matter-runs.ts')).matterRuns(deps)),
  ...later(patrolRoutes, async () => (await import('./patrol-runs.ts')).patrolRuns(deps)),
  ...later(topicRoutes, async () => ({
    ...(await import('./topic-runs.ts')).topicRuns(deps),
    ...(await import('./meeting-runs.ts')).meetingRuns(deps),
  })),
  ...later(warningRoutes, async () => (await import('./warning-runs.ts')).warningRuns(deps)),
});
