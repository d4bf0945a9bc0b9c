import type { Unit } from '../../../../functions/core/directory/directory-schema.ts';
import { compileUnits, type UnitTable } from '../../../../functions/core/rules/unit-table.ts';

const unit = (code: string, kind: Unit['kind'], areaParent?: string, lineParent?: string): Unit => ({
  code,
  kind,
  name: { zh: code },
  from: 'test',
  ...(areaParent === undefined ? {} : { areaParent }),
  ...(lineParent === undefined ? {} : { lineParent }),
});

/** A small city: two districts of two subdistricts, two departments with a bureau and an outpost, an enterprise. */
export const sampleUnits: UnitTable = compileUnits({
  schema: 'citywhistle/directory@1',
  id: 'sample',
  title: { zh: '样例', en: 'Sample' },
  utcOffset: '+08:00',
  provenance: { test: { assumption: 'a test says so' } },
  places: [],
  units: [
    unit('city', 'city'),
    unit('east', 'district', 'city'),
    unit('west', 'district', 'city'),
    unit('east-1', 'subdistrict', 'east'),
    unit('east-2', 'subdistrict', 'east'),
    unit('west-1', 'subdistrict', 'west'),
    unit('west-2', 'subdistrict', 'west'),
    unit('east-1-a', 'community', 'east-1'),
    unit('water', 'department', 'city'),
    unit('traffic', 'department', 'city'),
    unit('east-water', 'bureau', 'east', 'water'),
    unit('east-1-water', 'branch', 'east-1', 'east-water'),
    unit('gas', 'enterprise', 'city'),
  ],
});
