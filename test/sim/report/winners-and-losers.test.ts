import { describe, expect, it } from 'vitest';
import type { UnitShift } from '../../../sim/report/comparison-report.ts';
import { winnersAndLosers } from '../../../sim/report/winners-and-losers.ts';

const unit = (code: string, mean: number, halfWidth95?: number): UnitShift => ({
  unit: code,
  name: { zh: code, en: code },
  group: 'subdistricts',
  tickets: 1,
  staff: 1,
  difference: { mean, ...(halfWidth95 === undefined ? {} : { halfWidth95 }) },
});
const codes = (units: readonly UnitShift[]) => units.map((one) => one.unit);

describe('who wins and who loses', () => {
  it('are units whose interval leaves zero out, those that change most first', () => {
    const units = [
      unit('a', -9, 10),
      unit('b', -2, 1),
      unit('c', -3, 1),
      unit('d', 0.5, 0.1),
      unit('e', 4, 1),
    ];

    const { gains, losses } = winnersAndLosers(units, 8);

    expect(codes(gains)).toEqual(['e', 'd']);
    expect(codes(losses)).toEqual(['c', 'b']);
    expect(codes(winnersAndLosers(units, 1).losses)).toEqual(['c']);
  });

  it('are nobody where one replication gives no interval', () => {
    const { gains, losses } = winnersAndLosers([unit('a', -9), unit('b', 9)], 8);

    expect([...gains, ...losses]).toEqual([]);
  });
});
