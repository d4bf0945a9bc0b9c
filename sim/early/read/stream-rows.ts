import type { WallHour } from '../../../functions/core/early/hour-slot.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { hourMs } from '../../../functions/core/time.ts';
import type { Mapping } from '../../fit/mapping/mapping-schema.ts';
import { type ReadAccount, readRequests } from '../../fit/read/read-requests.ts';

/** A request as a count needs it; item, areas and spot by number. */
export interface StreamRow {
  readonly hour: WallHour;
  readonly item: number;
  readonly district: number;
  readonly place: number;
  /** -1 where the file does not tell. */
  readonly spot: number;
}

/** The requests of a file in order of time. Area 0 is the whole city. */
export interface StreamRows {
  readonly account: ReadAccount;
  readonly rows: readonly StreamRow[];
  readonly items: readonly string[];
  readonly areas: readonly Area[];
  /** Rows filed in one go with another: same item, spot and second. They count once. */
  readonly filedTogether: number;
}

/** A part of the city that is watched. */
export interface Area {
  readonly kind: AreaKind;
  readonly name: string;
}

export type AreaKind = 'city' | 'district' | 'place';

/**
 * Reads the requests of a file whose opening hour is known; with `withDateOnly` also those whose day alone is. The error
 * is one line: the file cannot be read, or has no opening times.
 */
export async function readStreamRows(
  file: string,
  mapping: Mapping,
  { withDateOnly }: { readonly withDateOnly: boolean },
): Promise<Result<StreamRows, string>> {
  const [items, areas, spots] = [numbered(), numbered(), numbered()];
  areas.of('city *');
  const seen = new Set<string>();
  const rows: StreamRow[] = [];
  let filedTogether = 0;
  const read = await readRequests(file, mapping, (row) => {
    if (row.openedAt === undefined || (row.isDateOnly && !withDateOnly)) return;
    const item = items.of(row.group);
    const spot = row.spot === '' ? -1 : spots.of(row.spot);
    const key = `${item} ${spot} ${row.openedAt}`;
    if (seen.has(key)) {
      filedTogether++;
      return;
    }
    if (spot >= 0) seen.add(key);
    const hour = Math.floor(row.openedAt / hourMs);
    const district = areas.of(`district ${row.district}`);
    const place = areas.of(`place ${row.place}`);
    rows.push({ hour, item, district, place, spot });
  });
  if (!read.ok) return err(`${read.error.file}: ${read.error.reason}`);
  if (rows.length === 0) return err(`${file}: has no request with an opening time`);
  rows.sort((a, b) => a.hour - b.hour);
  return ok({
    account: read.value,
    rows,
    items: items.names,
    areas: areas.names.map((key) => {
      const [kind, ...name] = key.split(' ') as [AreaKind, ...string[]];
      return { kind, name: name.join(' ') };
    }),
    filedTogether,
  });
}

function numbered(): { readonly names: string[]; readonly of: (name: string) => number } {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    of(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
  };
}
