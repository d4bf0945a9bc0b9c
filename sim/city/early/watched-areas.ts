import type { AreaKind, Areas } from '../../../functions/core/early/areas.ts';
import type { UnitTable } from '../../../functions/core/rules/unit-table.ts';

/** The watched areas as columns: each area a number, so that counts of an item in an area stand in one array. */
export interface WatchedAreas {
  readonly codes: readonly string[];
  readonly kinds: readonly AreaKind[];
  /** By unit: the areas that hold it, itself first; empty for units where no request comes from. */
  readonly holding: readonly (readonly number[])[];
}

/** Columns of the areas that hold any of `places`. */
export function watchedAreas(areas: Areas, units: UnitTable, places: Iterable<number>): WatchedAreas {
  const codes: string[] = [];
  const numbers = new Map<string, number>();
  const holding: (readonly number[])[] = units.codes.map(() => []);
  const numberOf = (code: string) => {
    const known = numbers.get(code);
    if (known !== undefined) return known;
    numbers.set(code, codes.length);
    return codes.push(code) - 1;
  };
  for (const place of places) holding[place] = areas.holding(units.codes[place]!).map(numberOf);
  return { codes, kinds: codes.map((code) => areas.kindOf(code)), holding };
}
