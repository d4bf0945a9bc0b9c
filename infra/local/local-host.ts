import type { Result } from '../../functions/core/result.ts';
import type { InvokeFailure } from './functions/function-pool.ts';
import type { Role } from './roles.ts';

/** A running host. */
export interface LocalHost {
  readonly url: string;
  /** Name of the city it runs. */
  readonly city: string;
  /** Where the embedded DynamoDB and SQS answer, for tests that look behind the API. */
  readonly endpoints: { readonly dynamodb: string; readonly sqs: string };
  /** One file of log lines per function. */
  readonly logsDir: string;
  /** Queue URLs by the logical id in the template. */
  readonly queueUrls: Readonly<Record<string, string>>;
  /** A token for a role, speaking for `unit` or for the role's usual one. */
  mint(role: Role, unit?: string): Promise<string>;
  /** Runs a function by the name of its file, for instance `sweep`, and returns its JSON result. */
  invoke(entry: string, event: unknown): Promise<Result<unknown, InvokeFailure>>;
  /** Stops taking requests, finishes those in flight, and closes the data. */
  stop(): Promise<void>;
}
