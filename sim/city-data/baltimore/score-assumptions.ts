const noBoard = 'Baltimore publishes no such board; the base rule is kept';
const assumed = <Value>(value: Value, assumption: string = noBoard) => ({ value, assumption });

const rate = (weight: number) => ({
  weight: assumed(weight, 'Baltimore publishes no such board; the base weights are kept'),
  unreachable: assumed('excluded'),
  notCalled: assumed('excluded'),
});

const group = (en: string, zh: string, kind: string) => ({
  title: { zh, en },
  kinds: assumed([kind], 'Baltimore publishes no such board; its sorts of unit are ranked apart'),
  fullMarks: assumed(100),
});

/**
 * How Baltimore is scored: the base rules, kept where nothing is known. It has no communities below its neighbourhoods, and no
 * annual appraisal in which neighbourhoods would rate agencies.
 */
export const assumedScore = {
  month: {
    rates: {
      response: rate(20),
      resolution: rate(40),
      satisfaction: rate(40),
      onTime: { weight: assumed(0, 'the file has no callbacks, but the board is of what citizens say') },
    },
    baseMin: assumed(1),
    groups: {
      subdistricts: group('Neighbourhoods', '社区', 'subdistrict'),
      districts: group('Council districts', '选区', 'district'),
      departments: group('Agencies', '机构', 'department'),
      enterprises: group('Enterprises', '企业', 'enterprise'),
      communities: null,
    },
  },
  annual: null,
} as const;
