import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What differs between a deployment to try things out on and the one a city lives by. */
interface StageSettings {
  /** Whether the table survives the stack and cannot be deleted while it is protected. */
  readonly keepsData: boolean;
  readonly logRetention: RetentionDays;
  /** Whether each function has its own share of the account's concurrency; the account must have that much. */
  readonly reservesConcurrency: boolean;
}

export const stageSettings = {
  dev: { keepsData: false, logRetention: RetentionDays.TWO_WEEKS, reservesConcurrency: false },
  prod: { keepsData: true, logRetention: RetentionDays.SIX_MONTHS, reservesConcurrency: true },
} as const satisfies Record<string, StageSettings>;

export type Stage = keyof typeof stageSettings;

export const stages = Object.keys(stageSettings) as [Stage, ...Stage[]];

/** What becomes of a stage's data with its stack. */
export const removalOf = (stage: Stage): RemovalPolicy =>
  stageSettings[stage].keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
