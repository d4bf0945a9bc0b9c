import type { Deps } from '../../usecases/deps.ts';
import type { Runs } from '../run.ts';
import type { BoardsApi } from './board-runs.ts';
import { matterRuns } from './matter-runs.ts';
import { meetingRuns } from './meeting-runs.ts';
import { patrolRuns } from './patrol-runs.ts';
import { topicRuns } from './topic-runs.ts';
import { undertakingRuns } from './undertaking-runs.ts';
import { warningRuns } from './warning-runs.ts';

/** Everything the function of acting early answers. */
export const earlyRuns = (deps: Deps & BoardsApi): Runs<'early'> => ({
  ...undertakingRuns(deps),
  ...matterRuns(deps),
  ...patrolRuns(deps),
  ...topicRuns(deps),
  ...meetingRuns(deps),
  ...warningRuns(deps),
});
