import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { type BaltimoreRow, readRows } from '../../sim/city-data/baltimore/read-rows.ts';
import { loadCity, type ReplayedCity } from '../../sim/replay/load-city.ts';
import { replayRows } from '../../sim/replay/replay-rows.ts';
import type { Ran } from '../../sim/replay/report-lines.ts';
import { cityText } from '../cities/read-city.ts';

const read = readRows(cityText('baltimore', 'sample.csv'));
if (!read.ok) throw new Error(read.error.reason);

/** The rows of the shipped sample. */
export const sampleRows: readonly BaltimoreRow[] = read.value.rows;

const loaded = loadCity('baltimore');
if (!loaded.ok) throw new Error(loaded.error.join('\n'));

/** The shipped city of Baltimore, ready to be replayed. */
export const baltimore: ReplayedCity = loaded.value;

/** Replays rows on a store, without showing progress and without a wall clock. */
export const replay = (
  rows: readonly BaltimoreRow[],
  store: TicketStore,
  replayed: ReplayedCity = baltimore,
): Promise<Ran> =>
  replayRows({
    rows,
    replayed,
    store,
    storeName: 'test',
    wall: { now: () => 0 },
    progress: () => ({ update: () => undefined, stop: () => undefined }),
  });

/** The checks of a replay that failed, each with how many differ. */
export const failed = ({ judged }: Ran): Record<string, number> =>
  Object.fromEntries(
    judged.checks
      .filter(({ differences }) => differences.length > 0)
      .map(({ title, differences }) => [title, differences.length]),
  );
