import { createHash } from 'node:crypto';

/**
 * A short fingerprint of results: equal runs have equal digests, on any little-endian machine (all that Node runs
 * on but one). SHA-256 over the bytes, first 16 hex digits.
 */
export function digestOf(arrays: readonly (Float64Array | Int32Array | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const array of arrays) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex').slice(0, 16);
}
