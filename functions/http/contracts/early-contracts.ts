import type { EarlyOperation } from '../early-routes.ts';
import type { Contract } from './contract.ts';
import { matterContracts } from './matter-contracts.ts';
import { meetingContracts } from './meeting-contracts.ts';
import { patrolContracts } from './patrol-contracts.ts';
import { topicContracts } from './topic-contracts.ts';
import { undertakingContracts } from './undertaking-contracts.ts';
import { warningContracts } from './warning-contracts.ts';

/** What the operations of acting early take and give. */
export const earlyContracts = {
  ...undertakingContracts,
  ...matterContracts,
  ...patrolContracts,
  ...topicContracts,
  ...meetingContracts,
  ...warningContracts,
} as const satisfies Record<EarlyOperation, Contract>;
