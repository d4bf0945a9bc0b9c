import type { Directory, MemberRole } from '../directory/directory-schema.ts';
import type { UnitKind } from '../directory/unit-kinds.ts';

/** A unit's place in the compiled directory; only meaningful together with the rules it came from. */
export type UnitIndex = number;

/** No unit: a top unit's parent, an absent lead. */
export const noUnit: UnitIndex = -1;

/** The directory as columns: unit `i` has code `codes[i]`. Parents are indexes, `noUnit` at the top. */
export interface UnitTable {
  readonly count: number;
  readonly codes: readonly string[];
  readonly kinds: readonly UnitKind[];
  readonly areaParent: Int32Array;
  readonly lineParent: Int32Array;
  /** The district a unit belongs to (itself, for a district); the city where it belongs to none. */
  readonly district: Int32Array;
  readonly city: UnitIndex;
  readonly byCode: ReadonlyMap<string, UnitIndex>;
  /** The district bureaus (区级部门) by district and department. */
  readonly bureaus: ReadonlyMap<number, UnitIndex>;
  /** The bodies of each joint squad (综合执法中心) that names them, in the order of the file. */
  readonly members: ReadonlyMap<UnitIndex, readonly TeamMember[]>;
}

/** A body of a team: resident there, on call, or its head. */
type TeamMember = { readonly unit: UnitIndex; readonly role: MemberRole };

/** A number, since a text would be built at every dispatch. A directory has at most 20,000 units. */
export const bureauKey = (district: UnitIndex, department: UnitIndex) => district * 32_768 + department;

/** Compiles a checked directory. The first unit of kind `city` is the city. */
export function compileUnits(directory: Directory): UnitTable {
  const { units } = directory;
  const byCode = new Map(units.map((unit, index) => [unit.code, index]));
  const parents = (pick: (unit: (typeof units)[number]) => string | undefined) =>
    Int32Array.from(units, (unit) => byCode.get(pick(unit) ?? '') ?? noUnit);
  const areaParent = parents((unit) => unit.areaParent);
  const lineParent = parents((unit) => unit.lineParent);
  const kinds = units.map((unit) => unit.kind);
  const city = kinds.indexOf('city');
  const district = Int32Array.from(units, (_, index) => {
    let at = index;
    while (at !== noUnit && kinds[at] !== 'district') at = areaParent[at]!;
    return at === noUnit ? city : at;
  });
  const bureaus = new Map<number, UnitIndex>();
  kinds.forEach((kind, index) => {
    if (kind === 'bureau') bureaus.set(bureauKey(areaParent[index]!, lineParent[index]!), index);
  });
  const members = new Map<UnitIndex, readonly TeamMember[]>();
  units.forEach((unit, index) => {
    if (unit.members === undefined) return;
    members.set(
      index,
      unit.members.map((member) => ({ unit: byCode.get(member.unit)!, role: member.role })),
    );
  });
  const codes = units.map((unit) => unit.code);
  return {
    count: units.length,
    codes,
    kinds,
    areaParent,
    lineParent,
    district,
    city,
    byCode,
    bureaus,
    members,
  };
}

/** Whom a unit answers to: its district, or the city for a district and for a unit of none. */
export const unitOver = ({ district, city }: UnitTable, unit: UnitIndex): UnitIndex =>
  district[unit] === unit ? city : district[unit]!;

/** Whether `unit` is `area` or lies in it, by area parents (块) alone: a department's outpost there is not of the area. */
export function isInArea(units: UnitTable, unit: UnitIndex, area: UnitIndex): boolean {
  const { kinds } = units;
  if (unit !== area && kinds[unit] !== 'community' && kinds[unit] !== 'grid') return false;
  return isPartOf(units, unit, area);
}

/** Whether `area` is `unit`, or holds it by area parents (块). */
export function isPartOf({ areaParent }: UnitTable, unit: UnitIndex, area: UnitIndex): boolean {
  for (let at = unit; at !== noUnit; at = areaParent[at]!) if (at === area) return true;
  return false;
}

/** Whether `above` is `unit`, or an ancestor of it by area (块) or by line (条). */
export function isWithin(units: UnitTable, unit: UnitIndex, above: UnitIndex): boolean {
  if (unit === noUnit) return false;
  if (unit === above) return true;
  return isWithin(units, units.areaParent[unit]!, above) || isWithin(units, units.lineParent[unit]!, above);
}
