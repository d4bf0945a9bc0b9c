import { createHash } from 'node:crypto';

/** The name of a set of sources: half of its SHA-256, as hex. */
export const hashOf = (sources: string): string =>
  createHash('sha256').update(sources).digest('hex').slice(0, 32);
