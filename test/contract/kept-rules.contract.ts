import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';

/** Text that does not compress: hex of digests, `kilobytes` long. */
const noise = (kilobytes: number): string =>
  Array.from({ length: kilobytes * 16 }, (_, n) => createHash('sha256').update(String(n)).digest('hex')).join(
    '',
  );

/** What a store does with the sources of rules. */
export function keptRulesContract(open: () => Promise<TicketStore>): void {
  describe('rules', () => {
    it('are kept under their hash, in every script', async () => {
      const store = await open();
      const sources = JSON.stringify({ name: { zh: '三里屯街道', note: '𠮷🚰' } });

      await store.putRules('hash-1', sources);
      await store.putRules('hash-2', '{}');

      expect(await store.loadRules('hash-1')).toBe(sources);
      expect(await store.loadRules('hash-2')).toBe('{}');
      expect(await store.loadRules('hash-3')).toBeUndefined();
    });

    it('are kept whatever their size, also when several put them at once', async () => {
      const store = await open();
      const sources = noise(2_400);

      await Promise.all([1, 2, 3].map(() => store.putRules('hash-1', sources)));

      expect((await store.loadRules('hash-1')) === sources).toBe(true);
    });

    it('stay as they were first put', async () => {
      const store = await open();
      await store.putRules('hash-1', 'first');

      await store.putRules('hash-1', 'second');

      expect(await store.loadRules('hash-1')).toBe('first');
    });
  });
}
