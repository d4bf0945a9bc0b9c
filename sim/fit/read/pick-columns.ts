import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Mapping } from '../mapping/mapping-schema.ts';

/** Where the mapped columns are in a file with this header; -1 where it has none of the names. */
export interface PickedColumns {
  readonly key: number;
  readonly openedAt: number;
  readonly closedAt: number;
  readonly observedUntil: number;
  readonly unit: number;
  readonly district: number;
  readonly place: number;
  readonly spot: number;
  readonly resolved: number;
  readonly satisfied: number;
  /** What the mapping names and the header has not, as `unit (Agency)`. */
  readonly absent: readonly string[];
  readonly groupOf: (record: readonly string[]) => string;
}

/**
 * Finds a mapping's columns in a header. A file needs an opening or a closing time: the error says which names were
 * looked for and what the header has.
 */
export function pickColumns(
  header: readonly string[],
  { columns, groups, delimiter }: Mapping,
): Result<PickedColumns, string> {
  const at = (names: readonly string[] = []) => {
    const name = names.find((wanted) => header.includes(wanted));
    return name === undefined ? -1 : header.indexOf(name);
  };
  const groupOf = groupReader(header, groups);
  const absent = Object.entries(columns)
    .filter(([, names]) => at(names) < 0)
    .map(([column, names = []]) => `${column} (${names.join(', ')})`);
  if (groupOf === ofNoGroup) absent.push('every column of groups');
  const picked = {
    absent,
    key: at(columns.key),
    openedAt: at(columns.openedAt),
    closedAt: at(columns.closedAt),
    observedUntil: at(columns.observedUntil),
    unit: at(columns.unit),
    district: at(columns.district),
    place: at(columns.place),
    spot: at(columns.spot),
    resolved: at(columns.resolved),
    satisfied: at(columns.satisfied),
    groupOf,
  };
  if (picked.openedAt < 0 && picked.closedAt < 0) {
    const wanted = [...columns.openedAt, ...(columns.closedAt ?? [])].join(', ');
    const hint = header.length === 1 ? ` (one cell: is "${delimiter}" what separates the cells?)` : '';
    return err(
      `no column of times: looked for ${wanted}; the header is ${header.join(', ').slice(0, 400)}${hint}`,
    );
  }
  return ok(picked);
}

function groupReader(header: readonly string[], groups: Mapping['groups']): PickedColumns['groupOf'] {
  for (const group of groups) {
    if ('column' in group) {
      const at = header.indexOf(group.column);
      if (at < 0) continue;
      return (record) => levelsText((record[at] ?? '').split(group.separator).slice(0, group.levels));
    }
    const places = group.columns.map((name) => header.indexOf(name));
    if (!places.includes(-1)) return (record) => levelsText(places.map((place) => record[place] ?? ''));
  }
  return ofNoGroup;
}

const levelsText = (levels: readonly string[]) =>
  levels
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join(' / ') || unnamedGroup;

const unnamedGroup = '-';
const ofNoGroup = () => unnamedGroup;
