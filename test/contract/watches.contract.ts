import { describe, expect, it } from 'vitest';
import { newCityWatch, newItemWatch } from '../../functions/core/early/watch/new-watch.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import type { Sighting } from '../../functions/ports/watch-store.ts';
import { allPages } from './all-pages.ts';

const hour = 498_000;
const sighting = (changes: Partial<Sighting> = {}): Sighting => ({
  hour,
  item: '0101-01',
  place: '110101017',
  ticketId: 'one',
  expiresAt: 1_800_000_000_000,
  ...changes,
});

/** What every store promises about sightings and the watch over them. */
export function watchesContract(open: () => Promise<TicketStore>): void {
  describe('sightings and the watch', () => {
    it('keeps a sighting once, by hour and item, in pages', async () => {
      const store = await open();
      const { place: _, ...nowhere } = sighting({ ticketId: 'two' });
      const others = [nowhere, sighting({ item: '0101-02' }), sighting({ hour: hour + 1 })];
      for (const one of [sighting(), ...others]) await store.putSighting(one);

      const again = await store.putSighting(sighting());

      expect(again).toBe('exists');
      const inHour = (await allPages((page) => store.sightings(hour, page), 1)).flat();
      expect(inHour.map(({ item, ticketId }) => `${item} ${ticketId}`).sort()).toEqual([
        '0101-01 one',
        '0101-01 two',
        '0101-02 one',
      ]);
      const ofItem = await store.sightings(hour, { limit: 10 }, '0101-01');
      expect(ofItem.rows).toContainEqual(sighting());
      expect(ofItem.rows).toContainEqual(nowhere);
      expect(ofItem.rows).toHaveLength(2);
    });

    it('lets exactly one of two writers of a watch win', async () => {
      const store = await open();
      const [city, item] = [newCityWatch(hour), newItemWatch(hour, 12)];

      const cities = await Promise.all([store.saveCityWatch(city, 0), store.saveCityWatch(city, 0)]);
      const items = await Promise.all([
        store.saveItemWatch('0101-01', item, 0),
        store.saveItemWatch('0101-01', item, 0),
      ]);

      expect(cities.toSorted()).toEqual(['saved', 'stale']);
      expect(items.toSorted()).toEqual(['saved', 'stale']);
      expect(await store.saveItemWatch('0101-01', item, 0)).toBe('stale');
      expect(await store.saveItemWatch('0101-01', { ...item, through: hour }, 1)).toBe('saved');
      expect(await store.loadCityWatch()).toEqual({ watch: city, rev: 1 });
      expect(await store.loadItemWatch('0101-01')).toEqual({ watch: { ...item, through: hour }, rev: 2 });
      expect(await store.loadItemWatch('0101-02')).toBeUndefined();
    });

    it('lists the watches of all items, and of them alone', async () => {
      const store = await open();
      await store.saveCityWatch(newCityWatch(hour), 0);
      for (const item of ['b', 'a']) await store.saveItemWatch(item, newItemWatch(hour, 12), 0);

      const listed = (await allPages((page) => store.itemWatches(page), 1)).flat();

      expect(listed.map(({ item, rev }) => [item, rev])).toEqual([
        ['a', 1],
        ['b', 1],
      ]);
    });

    it('puts a week away once and finds weeks by number', async () => {
      const store = await open();
      const week = (number: number) => ({ week: number, counts: { a: number }, expected: { a: 1.5 } });
      for (const number of [2_957, 2_959, 2_960]) await store.putWeek('a', week(number));

      const again = await store.putWeek('a', { ...week(2_959), counts: {} });

      expect(again).toBe('exists');
      expect(await store.weeks('a', 2_958, 2_960)).toEqual([week(2_959), week(2_960)]);
      expect(await store.weeks('b', 2_958, 2_960)).toEqual([]);
    });
  });
}
