import { expect, it } from 'vitest';
import { allocatedBytes } from '../../../sim/bench/allocated-bytes.ts';

it('counts what a run allocates, though it is collected long before the end', async () => {
  const kept: number[][] = [];
  const count = 400_000;

  const bytes = await allocatedBytes(() => {
    for (let i = 0; i < count; i++) kept[i & 7] = [i, i + 1, i + 2, i + 3];
  });

  expect(kept[7]).toEqual([count - 1, count, count + 1, count + 2]);
  expect(bytes / count).toBeGreaterThan(40);
  expect(bytes / count).toBeLessThan(90);
});

it('finds next to nothing where a run works in typed arrays', async () => {
  const cells = new Int32Array(1024);

  const bytes = await allocatedBytes(() => {
    for (let i = 0; i < 400_000; i++) cells[i & 1023]! += i & 7;
  });

  expect(cells[1]).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(200_000);
});
