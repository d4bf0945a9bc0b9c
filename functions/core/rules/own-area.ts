import { isPartOf, type UnitIndex, type UnitTable } from './unit-table.ts';

const areaKinds: ReadonlySet<string> = new Set(['city', 'district', 'subdistrict', 'community', 'grid']);

/** The area a unit works in: itself where it is one, else where it is seated. */
export const territoryOf = ({ kinds, areaParent }: UnitTable, unit: UnitIndex): UnitIndex =>
  areaKinds.has(kinds[unit]!) ? unit : areaParent[unit]!;

/** Whether `place` (a subdistrict or district) is in a unit's own area, or is the subdistrict that its area lies in. */
export function isOwnArea(units: UnitTable, unit: UnitIndex, place: UnitIndex): boolean {
  const territory = territoryOf(units, unit);
  const isBelow = isPartOf(units, place, territory);
  return isBelow || (units.kinds[place] === 'subdistrict' && isPartOf(units, territory, place));
}
