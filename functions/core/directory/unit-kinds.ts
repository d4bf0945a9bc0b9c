/**
 * What a unit (承办单位) can be. `bureau` is a district's office of a department (区级部门), `branch` an outpost in a
 * subdistrict (派出机构, 站所), `team` a joint squad (综合执法中心), `organisation` a body that is not government:
 * a resident employer, an alliance, a pool of volunteers.
 */
export const unitKinds = [
  'city',
  'district',
  'bureau',
  'branch',
  'department',
  'subdistrict',
  'community',
  'grid',
  'enterprise',
  'team',
  'organisation',
] as const;

export type UnitKind = (typeof unitKinds)[number];

type ParentRule = { readonly kinds: readonly UnitKind[]; readonly required: boolean };
const never: ParentRule = { kinds: [], required: false };
const need = (...kinds: UnitKind[]): ParentRule => ({ kinds, required: true });
const may = (...kinds: UnitKind[]): ParentRule => ({ kinds, required: false });

/**
 * Which parents a unit of each kind has: `area` (块, the place it belongs to) and `line` (条, the trade it answers to).
 * A subdistrict may hang directly under a city, because some cities have no districts.
 */
export const parentRules = {
  city: { area: never, line: never },
  district: { area: need('city'), line: never },
  department: { area: need('city'), line: never },
  bureau: { area: need('district'), line: need('department') },
  branch: { area: need('subdistrict', 'district'), line: need('bureau', 'department') },
  subdistrict: { area: need('district', 'city'), line: never },
  community: { area: need('subdistrict'), line: never },
  grid: { area: need('community', 'subdistrict'), line: never },
  enterprise: { area: need('city', 'district'), line: may('department', 'bureau') },
  team: { area: need('subdistrict', 'district', 'city'), line: may('bureau', 'department') },
  organisation: {
    area: need('city', 'district', 'subdistrict', 'community'),
    line: may('department', 'bureau', 'organisation'),
  },
} as const satisfies Record<UnitKind, { area: ParentRule; line: ParentRule }>;
