import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { wakeShardOf } from '../../../functions/adapters/dynamodb/wake-shard.ts';
import { wakeShards } from '../../../functions/ports/ticket-store.ts';

const digest = (n: number) => createHash('sha256').update(String(n)).digest('hex');

it('gives a ticket the same shard for ever', () => {
  // Pins the hash: another one would lose sight of every ticket already in the index. FNV-1a of a is e40c292c, of b e70c2f15.
  expect([digest(1), digest(2), digest(3), 'a', 'b'].map(wakeShardOf)).toEqual([5, 4, 11, 12, 5]);
});

it('spreads tickets evenly over the shards', () => {
  const counts = new Array<number>(wakeShards).fill(0);

  for (let n = 0; n < 16_000; n += 1) counts[wakeShardOf(digest(n))]! += 1;

  expect(Math.min(...counts)).toBeGreaterThan(880);
  expect(Math.max(...counts)).toBeLessThan(1_120);
});
