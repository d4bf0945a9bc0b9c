import { describe, expect, it } from 'vitest';
import type { CaseEntry } from '../../functions/core/score/ledger-entry.ts';
import type { Note } from '../../functions/ports/stored.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { allPages } from './all-pages.ts';
import { hour, idOf, openedAt, recordOf } from './sample-record.ts';

const note: Note = {
  ticketId: idOf(1),
  id: 'n-1',
  at: openedAt,
  by: 'hotline',
  kind: 'supplement',
  text: '水还在流 🚰 الماء 𠮷',
  attachments: ['https://files.example/1.jpg'],
};

const entry: CaseEntry = {
  type: 'case',
  id: 'case-12',
  unit: '110105-water',
  month: '2026-11',
  ticketId: idOf(1),
  at: openedAt + hour,
  kind: 'help',
  item: 'water.supply.burst-pipe',
  tier: 'h24',
  outcome: 'resolved',
  onTime: true,
  responded: 'yes',
  resolved: 'yes',
  satisfied: 'no',
  reopens: 0,
};

/** What a store does with notes and scored cases. */
export function notesAndLedgerContract(open: () => Promise<TicketStore>): void {
  describe('notes', () => {
    it('erases one and leaves the others, also when asked again', async () => {
      const store = await open();
      await store.addNote({ ...note, id: 'a' });
      await store.addNote({ ...note, id: 'b' });

      await store.eraseNote({ ...note, id: 'a' });
      await store.eraseNote({ ...note, id: 'a' });

      const { rows } = await store.notes(note.ticketId, { limit: 10 });
      expect(rows.map(({ id }) => id)).toEqual(['b']);
    });

    it('come in the order of their time, of their ticket alone', async () => {
      const store = await open();
      const instants = [1_000, 999, 20_000, 5, openedAt];
      for (const [n, at] of instants.entries()) await store.addNote({ ...note, id: `n-${n}`, at });
      await store.addNote({ ...note, ticketId: idOf(2) });
      await store.create(recordOf(1));

      const pages = await allPages((page) => store.notes(idOf(1), page), 2);

      expect(pages.map((page) => page.map(({ at }) => at))).toEqual([[5, 999], [1_000, 20_000], [openedAt]]);
      expect(pages[2]![0]).toStrictEqual({ ...note, id: 'n-4' });
    });

    it('of one instant are all kept', async () => {
      const store = await open();

      await store.addNote({ ...note, id: 'b' });
      await store.addNote({ ...note, id: 'a' });

      expect((await store.notes(idOf(1), { limit: 5 })).rows.map(({ id }) => id)).toEqual(['a', 'b']);
    });

    it('stay as they were first written', async () => {
      const store = await open();
      await store.addNote(note);

      await store.addNote({ ...note, text: 'another text' });

      expect(await store.notes(idOf(1), { limit: 5 })).toStrictEqual({ rows: [note] });
    });

    it('keep 4,000 characters of any script to the last one', async () => {
      const store = await open();
      const text = '水𠮷🚰م'.repeat(1_000);

      await store.addNote({ ...note, text });

      expect((await store.notes(idOf(1), { limit: 1 })).rows[0]?.text).toBe(text);
    });

    it('throw on half a character, which no table can hold', async () => {
      const store = await open();

      await expect(store.addNote({ ...note, text: '🚰'.slice(0, 1) })).rejects.toThrow(RangeError);

      expect(await store.notes(idOf(1), { limit: 1 })).toEqual({ rows: [] });
    });

    it('refuse the cursor of another ticket', async () => {
      const store = await open();
      await store.addNote(note);
      await store.addNote({ ...note, id: 'n-2' });
      const { cursor } = await store.notes(idOf(1), { limit: 1 });

      await expect(store.notes(idOf(2), { limit: 1, cursor: cursor! })).rejects.toMatchObject({
        code: 'BAD_CURSOR',
      });
    });
  });

  describe('the ledger', () => {
    it('takes a scored case once and never changes it', async () => {
      const store = await open();

      const writes = await Promise.all([store.putLedger(entry), store.putLedger(entry)]);
      const changed = await store.putLedger({ ...entry, onTime: false });

      expect(writes.toSorted()).toEqual(['exists', 'stored']);
      expect(changed).toBe('exists');
      expect(await store.ledger(entry.unit, entry.month, { limit: 5 })).toStrictEqual({ rows: [entry] });
    });

    it('lists only the entries whose ids begin with what is asked for, page by page', async () => {
      const store = await open();
      for (const id of ['powder', 'power-a', 'power-b', 'power-c', 'powes']) {
        await store.putLedger({ ...entry, id });
      }

      const pages = await allPages((page) => store.ledger(entry.unit, entry.month, page, 'power-'), 2);

      expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['power-a', 'power-b'], ['power-c']]);
    });

    it('lists a unit and month alone, in the order of their ids', async () => {
      const store = await open();
      for (const id of ['c', 'b', 'a']) await store.putLedger({ ...entry, id });
      await store.putLedger({ ...entry, month: '2026-12' });
      await store.putLedger({ ...entry, unit: 'dept-police' });

      const pages = await allPages((page) => store.ledger(entry.unit, entry.month, page), 2);

      expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
    });
  });
}
