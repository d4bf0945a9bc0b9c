import type { Directory, Unit } from '../directory/directory-schema.ts';
import { comparable, compileMatcher, type TextMatcher } from '../triage/text-matcher.ts';
import type { Polygon } from './is-inside.ts';
import type { PlaceShapes } from './place-shapes.ts';

/** A district or subdistrict that a name in an address may mean. A full name says more than an alias. */
export type NameTarget = {
  readonly unit: string;
  readonly isDistrict: boolean;
  readonly isFullName: boolean;
};

type Outline = {
  readonly unit: string;
  readonly polygons: readonly Polygon[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
};

/** A city's places, compiled once for `resolvePlace`. */
export type Places = {
  /** From any unit that lies in a district to its subdistrict, or to its district where it has none. */
  readonly areaOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** The city's own full name. */
  readonly cityName: string;
  /** From a subdistrict or district to its district. */
  readonly districtOf: ReadonlyMap<string, string>;
  readonly matcher: TextMatcher;
  /** For each pattern of the matcher: what it may mean. */
  readonly targetsOf: readonly (readonly NameTarget[])[];
  readonly outlines: readonly Outline[];
};

const namedKinds: readonly Unit['kind'][] = ['district', 'subdistrict', 'community', 'grid'];

/** Compiles a directory that has passed its checks, and the outlines of its districts if there are any. */
export const compilePlaces = (directory: Directory, shapes?: PlaceShapes): Places => {
  const units = new Map(directory.units.map((unit) => [unit.code, unit]));
  const areaOf = new Map<string, string>();
  const districtOf = new Map<string, string>();
  for (const { code } of directory.units) {
    const area = climb(code, ['subdistrict', 'district'], units);
    if (area === undefined) continue;
    areaOf.set(code, area);
    districtOf.set(area, climb(area, ['district'], units) ?? area);
  }
  return {
    areaOf,
    districtOf,
    cityName: directory.units.find(({ kind }) => kind === 'city')?.name.zh ?? '',
    nameOf: new Map(directory.units.map(({ code, name }) => [code, name.zh])),
    ...compileNames(directory, units, areaOf),
    outlines: shapes ? shapes.features.map(outline) : [],
  };
};

const climb = (
  from: string,
  kinds: readonly Unit['kind'][],
  units: ReadonlyMap<string, Unit>,
): string | undefined => {
  for (let unit = units.get(from); unit; unit = unit.areaParent ? units.get(unit.areaParent) : undefined) {
    if (kinds.includes(unit.kind)) return unit.code;
  }
  return undefined;
};

const compileNames = (
  { units, places }: Directory,
  byCode: ReadonlyMap<string, Unit>,
  areaOf: ReadonlyMap<string, string>,
) => {
  const targets = new Map<string, NameTarget[]>();
  const add = (text: string, code: string, isFullName: boolean) => {
    const unit = areaOf.get(code);
    const pattern = comparable(text);
    if (unit === undefined) return;
    const known = targets.get(pattern) ?? [];
    if (known.some((target) => target.unit === unit)) return;
    targets.set(pattern, [...known, { unit, isDistrict: byCode.get(unit)!.kind === 'district', isFullName }]);
  };
  const addAll = (code: string, names: readonly (string | undefined)[], aliases: readonly string[] = []) => {
    for (const name of names) if (name !== undefined) add(name, code, true);
    for (const alias of aliases) add(alias, code, false);
  };
  for (const { code, kind, name, aliases } of units) {
    if (namedKinds.includes(kind)) addAll(code, [name.zh, name.en], aliases);
  }
  for (const { unit, name, aliases } of places) addAll(unit, [name], aliases);
  return { matcher: compileMatcher([...targets.keys()]), targetsOf: [...targets.values()] };
};

const outline = ({ id, geometry }: PlaceShapes['features'][number]): Outline => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const points = polygons.flat(2);
  const [lngs, lats] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return { unit: id, polygons, west: least(lngs), east: most(lngs), south: least(lats), north: most(lats) };
};
