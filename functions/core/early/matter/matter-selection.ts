import type { Rules } from '../../rules/rules.ts';
import { noUnit, type UnitTable } from '../../rules/unit-table.ts';
import type { UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { MatterTask } from './matter-state.ts';

type Selection = NonNullable<MatterTask['selection']>;

/** What is wrong with a selection: an item or a place nobody knows, a window that ends before it begins. */
export function selectionFault(
  { item, places, from, to }: Selection,
  { items, units }: Pick<Rules, 'items' | 'units'>,
): UndertakingRefusal | undefined {
  if (!items.byCode.has(item))
    return { code: 'INVALID', field: 'selection.itemCode', reason: 'the catalogue has no such item' };
  if (to < from)
    return { code: 'INVALID', field: 'selection.openedTo', reason: 'the window ends before it begins' };
  const unknown = places.find((place) => !units.byCode.has(place));
  return unknown === undefined ? undefined : { code: 'UNKNOWN_UNIT', unitCode: unknown };
}

/** The places named, and the areas that lie in them: a ticket lies in a subdistrict, or in a district at large. */
export function placesOf({ places }: Selection, { units }: Pick<Rules, 'units'>): string[] {
  const named = new Set(places);
  const isArea = (unit: number) => units.kinds[unit] === 'subdistrict' || units.kinds[unit] === 'district';
  return units.codes.filter((code, n) => named.has(code) || (isArea(n) && liesIn(units, n, named)));
}

function liesIn({ areaParent, codes }: UnitTable, unit: number, named: ReadonlySet<string>): boolean {
  for (let at = unit; at !== noUnit; at = areaParent[at]!) if (named.has(codes[at]!)) return true;
  return false;
}
