import { catalogueItems } from '../../../functions/core/catalogue/catalogue-items.ts';
import type { Catalogue } from '../../../functions/core/catalogue/catalogue-schema.ts';
import type { Directory } from '../../../functions/core/directory/directory-schema.ts';
import { districtCode, unknownDistrict } from './district-code.ts';
import { nameOfType } from './name-of-type.ts';
import type { BaltimoreRow } from './read-rows.ts';

/** How a row of any 311 file is posted to a city that was built from this or another file. */
export type RowLookup = {
  /** The item of a row's type; undefined where the city's file had no such type. */
  readonly itemCodeOf: (row: BaltimoreRow) => string | undefined;
  /** The row's neighborhood; else its council district; else the marked district for rows without a place. */
  readonly unitCodeOf: (row: BaltimoreRow) => string;
};

/** Compiles the lookup from the city's data files. */
export const rowLookup = (directory: Directory, catalogue: Catalogue): RowLookup => {
  const itemCodes = new Map(catalogueItems(catalogue).map(({ item }) => [item.name.en, item.code]));
  const districts = new Set(
    directory.units.filter(({ kind }) => kind === 'district').map(({ code }) => code),
  );
  const neighborhoods = new Map(
    directory.units.filter(({ kind }) => kind === 'subdistrict').map(({ name, code }) => [name.en, code]),
  );
  return {
    itemCodeOf: ({ type }) => itemCodes.get(nameOfType(type)),
    unitCodeOf: ({ neighborhood, councilDistrict }) => {
      const known = neighborhood === null ? undefined : neighborhoods.get(neighborhood);
      const district = districtCode(councilDistrict);
      return known ?? (districts.has(district) ? district : unknownDistrict);
    },
  };
};
