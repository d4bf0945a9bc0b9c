import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { type Growth, grow } from '../../../sim/bench/growth/grow.ts';
import { beijing } from '../../support/beijing.ts';

describe('the benchmark of growth', () => {
  it('lets the same number fall due however many are open, sends each once and keeps none before its time', async () => {
    const store = memoryTicketStore();
    const pace = { due: 48, firstAfterMs: 400, withinMs: 600 };
    const measured: Growth[] = [];

    await grow(store, beijing('beijing-2023'), { sizes: [20, 400], pace }, (growth) => measured.push(growth));

    expect(measured.map(({ open, sent, lateMs }) => [open, sent, lateMs.length])).toEqual([
      [20, 48, 48],
      [400, 48, 48],
    ]);
    expect(measured.map(({ pageRows }) => pageRows)).toEqual([3, 3]);
    expect(measured.every(({ lateMs }) => lateMs.every((ms) => ms >= 0))).toBe(true);
  });
});
