import type { UnitsOfRoles } from './roles.ts';

/** What the host offers of a city to begin with: units to speak for, and a first request to submit. */
interface DemoCity {
  readonly units: UnitsOfRoles;
  readonly request: Readonly<Record<string, unknown>>;
}

/** The cities that ship. In another city tokens speak for a unit only when asked to. */
export const demoCities: Readonly<Record<string, DemoCity>> = {
  beijing: {
    units: { unit: '110101017', department: 'ent-water', district: '110101', city: '110000' },
    request: {
      source: '12345',
      sourceKey: 'demo-1',
      kind: 'help',
      channel: 'phone',
      description: '楼前自来水管爆裂，水漫到一层住户家里。',
      itemCode: '0101-01',
      place: { unitCode: '110101017' },
    },
  },
  baltimore: {
    units: {
      unit: 'n-abell',
      department: 'a-water-wastewater',
      district: 'council-14',
      city: 'baltimore',
    },
    request: {
      source: '311',
      sourceKey: 'demo-1',
      kind: 'help',
      channel: 'phone',
      description: 'A water main has burst in front of the house and floods the basement.',
      itemCode: 'ww-water-leak-exterior',
      place: { unitCode: 'n-abell' },
    },
  },
};
