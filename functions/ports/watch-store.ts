import type { WallHour } from '../core/early/hour-slot.ts';
import type { ArchivedWeek, CityWatch, ItemWatch } from '../core/early/watch/watch-state.ts';
import type { EpochMs } from '../core/time.ts';
import type { Page, PageRequest } from './page.ts';

/** That a citizen asked about an item in an hour, as the watch counts it. Nothing personal. */
export interface Sighting {
  /** The hour of the city's clock in which the ticket's item was known. */
  readonly hour: WallHour;
  readonly item: string;
  /** Code of the place; absent where the ticket has none. */
  readonly place?: string;
  readonly ticketId: string;
  /** It is gone some time after this. */
  readonly expiresAt: EpochMs;
}

/** A watch with the revision it was read at. */
export interface Stored<Watch> {
  readonly watch: Watch;
  readonly rev: number;
}

/** Where the watch keeps what it saw. Each write states the revision it expects, 0 for none; a lost race is a value. */
export interface WatchStore {
  /** Puts a sighting once: the same ticket in the same hour counts once, however often it is told. */
  putSighting(sighting: Sighting): Promise<'stored' | 'exists'>;
  /** The sightings of an hour, of one item where it is named; strongly consistent. */
  sightings(hour: WallHour, page: PageRequest, item?: string): Promise<Page<Sighting>>;
  loadCityWatch(): Promise<Stored<CityWatch> | undefined>;
  saveCityWatch(watch: CityWatch, expectedRev: number): Promise<'saved' | 'stale'>;
  loadItemWatch(item: string): Promise<Stored<ItemWatch> | undefined>;
  /** Every item that ever was seen, strongly consistent. */
  itemWatches(page: PageRequest): Promise<Page<Stored<ItemWatch> & { readonly item: string }>>;
  saveItemWatch(item: string, watch: ItemWatch, expectedRev: number): Promise<'saved' | 'stale'>;
  /** Puts a week of an item away; one that is there is never changed. */
  putWeek(item: string, week: ArchivedWeek): Promise<'stored' | 'exists'>;
  /** The weeks of an item by number, both ends included; a week that brought nothing may be missing. */
  weeks(item: string, from: number, to: number): Promise<readonly ArchivedWeek[]>;
}
