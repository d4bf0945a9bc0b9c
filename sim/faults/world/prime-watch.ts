import { hourOf } from '../../../functions/core/early/watch/hour-of.ts';
import { newCityWatch } from '../../../functions/core/early/watch/new-watch.ts';
import { dayMs } from '../../../functions/core/time.ts';
import { loadTown } from '../town/town.ts';
import type { World } from './world.ts';

/** The watch has stood still for so many hours, and has watched long enough to warn. */
const behindHours = 3;
const watchedHours = 40;
/** In its last hours more citizens asked about an item than ever before. */
const item = '0101-01';
const place = 'daanshan';
const askersAnHour = 12;

/** Leaves the watch some hours behind with a surge in them: it catches up while the world goes on. */
export async function primeWatch({ scenario, book }: World): Promise<void> {
  const { rules } = loadTown(scenario.pack, scenario.speed);
  const hour = hourOf(scenario.startAt, rules);
  await book.store.saveCityWatch({ ...newCityWatch(hour - watchedHours), next: hour - behindHours }, 0);
  for (let at = hour - behindHours; at < hour; at += 1) {
    for (let n = 0; n < askersAnHour; n += 1) {
      const ticketId = `asker-${at}-${n}`;
      await book.store.putSighting({ hour: at, item, place, ticketId, expiresAt: scenario.startAt + dayMs });
    }
  }
}
