import { createHash } from 'node:crypto';
import type { RunResult } from '../../city/run-result.ts';

/** A fingerprint of several replications in their order: equal experiments have equal ones on any machine. */
export function digestOfRuns(results: readonly Pick<RunResult, 'replication' | 'digest'>[]): string {
  const hash = createHash('sha256');
  for (const { replication, digest } of results) hash.update(`${replication}:${digest}\n`);
  return hash.digest('hex').slice(0, 16);
}
