import type { EarlyOperation } from '../early-routes.ts';
import type { Example } from './examples.ts';
import { matterExamples } from './matter-examples.ts';
import { patrolExamples } from './patrol-examples.ts';
import { topicExamples } from './topic-examples.ts';
import { undertakingExamples } from './undertaking-examples.ts';
import { warningExamples } from './warning-examples.ts';

/** A request and an answer of each operation of acting early. */
export const earlyExamples = {
  ...undertakingExamples,
  ...matterExamples,
  ...patrolExamples,
  ...topicExamples,
  ...warningExamples,
} as const satisfies Record<EarlyOperation, Example>;
