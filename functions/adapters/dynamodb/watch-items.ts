import * as z from 'zod';
import {
  type ArchivedWeek,
  type CityWatch,
  cityWatch,
  type ItemWatch,
  itemWatch,
  watchFormat,
} from '../../core/early/watch/watch-state.ts';
import { NewerFormat } from '../../ports/newer-format.ts';
import type { Sighting, Stored } from '../../ports/watch-store.ts';
import { keyNumber, keyPart } from './key-part.ts';
import type { ItemKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { toEpochSeconds } from './to-epoch-seconds.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Stands for tickets without a place. */
const nowhere = '-';

export const sightingPartition = (hour: number) => `S#${keyNumber(hour)}`;

/** Sightings of one item begin with this. */
export const sightingPrefix = (item: string) => `${keyPart(item)}#`;

export const toSightingItem = ({ hour, item, place, ticketId, expiresAt }: Sighting) =>
  withoutUndefined({
    pk: sightingPartition(hour),
    sk: `${sightingPrefix(item)}${keyPart(place ?? nowhere)}#${keyPart(ticketId)}`,
    hour,
    item,
    place,
    ticketId,
    expiresAtEpochSeconds: toEpochSeconds(expiresAt),
  });

const sighting = z.object({
  hour: z.int(),
  item: z.string(),
  place: z.string().exactOptional(),
  ticketId: z.string(),
  expiresAtEpochSeconds: z.int(),
});

export function fromSightingItem(found: Item): Sighting {
  const { expiresAtEpochSeconds, ...rest } = parseItem(sighting, found);
  return { ...rest, expiresAt: expiresAtEpochSeconds * 1_000 };
}

export const watchPartition = 'WATCH';
export const cityWatchKey: ItemKey = { pk: watchPartition, sk: 'CITY' };
export const itemWatchPrefix = 'ITEM#';
export const itemWatchKey = (item: string): ItemKey => ({
  pk: watchPartition,
  sk: `${itemWatchPrefix}${keyPart(item)}`,
});

/** A watch as one text: its counters are thousands of numbers that nobody queries. */
export const toWatchItem = (key: ItemKey, watch: CityWatch | ItemWatch, rev: number) => ({
  ...key,
  format: watchFormat,
  rev,
  state: JSON.stringify(watch),
});

const stored = z.object({ format: z.int(), rev: z.int(), state: z.string() });

const fromWatchItem =
  <Watch>(schema: z.ZodType<Watch>) =>
  (found: Item): Stored<Watch> => {
    const { format, rev, state } = parseItem(stored, found);
    if (format > watchFormat) throw new NewerFormat(`${found.pk} ${found.sk}`, format, watchFormat);
    return { watch: schema.parse(JSON.parse(state)), rev };
  };

export const fromCityWatchItem = fromWatchItem(cityWatch);
export const fromItemWatchItem = fromWatchItem(itemWatch);

/** The item whose watch lies under a key. */
export const watchedItemOf = (sk: string): string => sk.slice(itemWatchPrefix.length);

export const weekPartition = (item: string) => `WEEKS#${keyPart(item)}`;
export const weekSort = (week: number) => keyNumber(week);

const byArea = z.record(z.string(), z.number());
const week = z.object({ week: z.int(), counts: byArea, expected: byArea });

export const toWeekItem = (item: string, archived: ArchivedWeek) => ({
  pk: weekPartition(item),
  sk: weekSort(archived.week),
  ...archived,
});

export const fromWeekItem = (found: Item): ArchivedWeek => parseItem(week, found);
