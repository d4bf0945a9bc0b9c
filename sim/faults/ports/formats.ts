import { watchFormat } from '../../../functions/core/early/watch/watch-state.ts';
import { ticketFormat } from '../../../functions/core/record/ticket-record.ts';
import { undertakingFormat } from '../../../functions/core/undertaking/undertaking-record.ts';
import { NewerFormat } from '../../../functions/ports/newer-format.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { Process } from '../functions/process.ts';

/** The watch of the city, among those of its items. */
const cityWatch = 'watch';
const watchOf = (item: string): string => `${cityWatch} ${item}`;

/**
 * Which of the stored items that carry a format (tickets, undertakings, what is kept of the watch) the newer deployment has
 * written in its own, and which of them older code has overwritten.
 */
export class Formats {
  readonly stripped: string[] = [];
  /** Whether old code refuses what it does not know. */
  refuses = true;
  private readonly isNewer: boolean;
  private readonly newer = new Set<string>();

  /** `isNewer`: the second deployment writes a newer format than the first knows. */
  constructor(isNewer: boolean) {
    this.isNewer = isNewer;
  }

  /**
   * The store as the code of a deployment reads it: old code refuses what is newer than it knows, as the readers of items
   * do, and would strip what it does not know if it wrote over it.
   */
  seenBy({ deployment }: Process, store: TicketStore): TicketStore {
    if (!this.isNewer) return store;
    const isOld = deployment === 0;
    const written = async <Answer>(id: string, answer: Promise<Answer>, good: Answer): Promise<Answer> => {
      const given = await answer;
      if (given !== good) return given;
      if (!isOld) this.newer.add(id);
      else if (this.newer.has(id)) this.stripped.push(id);
      return given;
    };
    const read = async <Answer>(id: string, format: number, load: () => Promise<Answer>): Promise<Answer> => {
      if (isOld && this.refuses && this.newer.has(id)) throw new NewerFormat(id, format + 1, format);
      return load();
    };
    return {
      ...store,
      load: (id) => read(id, ticketFormat, () => store.load(id)),
      create: (record) => written(record.id, store.create(record), 'created'),
      save: (record, rev) => written(record.id, store.save(record, rev), 'saved'),
      loadUndertaking: (id) => read(id, undertakingFormat, () => store.loadUndertaking(id)),
      createUndertaking: (record) => written(record.id, store.createUndertaking(record), 'created'),
      saveUndertaking: (record, rev) => written(record.id, store.saveUndertaking(record, rev), 'saved'),
      loadCityWatch: () => read(cityWatch, watchFormat, () => store.loadCityWatch()),
      saveCityWatch: (watch, rev) => written(cityWatch, store.saveCityWatch(watch, rev), 'saved'),
      loadItemWatch: (item) => read(watchOf(item), watchFormat, () => store.loadItemWatch(item)),
      saveItemWatch: (item, watch, rev) =>
        written(watchOf(item), store.saveItemWatch(item, watch, rev), 'saved'),
      itemWatches: async (page) => {
        const found = await store.itemWatches(page);
        for (const { item } of found.rows) await read(watchOf(item), watchFormat, async () => undefined);
        return found;
      },
    };
  }
}
