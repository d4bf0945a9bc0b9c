import { parseArgs } from 'node:util';

/** What was asked cannot be run as asked; the message says what would be. */
export class CostUsageError extends Error {}

export interface CostOptions {
  /** Contacts a year. */
  readonly requests: number;
  readonly view: 'bill' | 'partitions';
}

const usage = 'npm run cost -- [--requests N] [--partitions]: N contacts a year, 1 to 10000000000';
const requestsMax = 10_000_000_000;

/** Reads the command line. Throws {@link CostUsageError} for what it does not take. */
export function readOptions(args: readonly string[]): CostOptions {
  let values: { requests?: string; partitions?: boolean };
  try {
    const options = { requests: { type: 'string' }, partitions: { type: 'boolean' } } as const;
    ({ values } = parseArgs({ args: [...args], options }));
  } catch {
    throw new CostUsageError(usage);
  }
  const requests = values.requests ?? '25000000';
  if (!/^[1-9]\d*$/.test(requests) || Number(requests) > requestsMax) throw new CostUsageError(usage);
  return { requests: Number(requests), view: values.partitions ? 'partitions' : 'bill' };
}
