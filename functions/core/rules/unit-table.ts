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
  /** The district bureaus (区级部门): that of a department stands at the department's index from where its district begins. */
  readonly bureaus: Int32Array;
  /** By unit: where the bureaus of its district begin. */
  readonly bureausFrom: Int32Array;
  /** The bodies of each joint squad (综合执法中心) that names them, in the order of the file. */
  readonly members: ReadonlyMap<UnitIndex, readonly TeamMember[]>;
}

/** A body of a team: resident there, on call, or its head. */
type TeamMember = { readonly unit: UnitIndex; readonly role: MemberRole };

/** The bureau of `department` in the district of `place`; the department itself where there is none. */
export function bureauOf({ bureaus, bureausFrom }: UnitTable, place: UnitIndex, department: UnitIndex) {
  const bureau = bureaus[bureausFrom[place]! + department]!;
  return bureau === noUnit ? department : bureau;
}

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
  const { bureaus, bureausFrom } = bureauTable({ kinds, areaParent, lineParent, district });
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
    bureausFrom,
    members,
  };
}

type Columns = Pick<UnitTable, 'kinds' | 'areaParent' | 'lineParent' | 'district'>;

/** One stretch of all units for each district that has bureaus; the first stretch, without any, is that of the others. */
function bureauTable({ kinds, areaParent, lineParent, district }: Columns) {
  const found = kinds.flatMap((kind, unit) =>
    kind === 'bureau' && lineParent[unit] !== noUnit ? [unit] : [],
  );
  const areas = [...new Set(found.map((unit) => areaParent[unit]!))];
  const beginOf = new Map(areas.map((area, n) => [area, (n + 1) * kinds.length]));
  const bureaus = new Int32Array((areas.length + 1) * kinds.length).fill(noUnit);
  for (const unit of found) bureaus[beginOf.get(areaParent[unit]!)! + lineParent[unit]!] = unit;
  return { bureaus, bureausFrom: district.map((area) => beginOf.get(area) ?? 0) };
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
