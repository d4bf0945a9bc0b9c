import { noUnit, type UnitTable } from '../rules/unit-table.ts';

/** A part of the city that is watched: the whole, a district, or a place (街道) in it. */
export type AreaKind = 'city' | 'district' | 'place';

/** Finds the areas of a place by codes of units. */
export interface Areas {
  /** The areas that hold a place, the smallest first, the city last. Without a place: the city alone. */
  holding(place: string | undefined): readonly string[];
  kindOf(area: string): AreaKind;
  /** The area around an area; undefined for the city. */
  parentOf(area: string): string | undefined;
  readonly districts: readonly string[];
  /** How many areas of each kind there are. */
  readonly counts: Readonly<Record<AreaKind, number>>;
}

/** The areas of a compiled directory: its districts, and as places its subdistricts. */
export function areasOf(units: UnitTable): Areas {
  const { codes, kinds, byCode, areaParent } = units;
  const city = codes[units.city]!;
  const known = new Map<string, readonly string[]>();
  const chain = (place: string): readonly string[] => {
    let at = byCode.get(place) ?? noUnit;
    while (at !== noUnit && kinds[at] !== 'subdistrict' && kinds[at] !== 'district') at = areaParent[at]!;
    if (at === noUnit) return [city];
    return [...new Set([codes[at]!, codes[units.district[at]!]!, city])];
  };
  const holding = (place: string | undefined) => {
    const key = place ?? city;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = chain(key);
    known.set(key, found);
    return found;
  };
  const districts = codes.filter((_, i) => kinds[i] === 'district');
  return {
    holding,
    kindOf: (area) =>
      area === city ? 'city' : kinds[byCode.get(area) ?? noUnit] === 'district' ? 'district' : 'place',
    parentOf: (area) => holding(area)[1],
    districts,
    counts: {
      city: 1,
      district: districts.length,
      place: kinds.filter((kind) => kind === 'subdistrict').length,
    },
  };
}
