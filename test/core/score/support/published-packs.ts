const scheme = 'Lianyungang, scores of January 2023 (公布件, as reposted)';

/**
 * What Lianyungang published of its scheme, as a pack says it: an on-time rate of 89.82 % gave 14.82 points; a satisfaction of 50 %,
 * 83.33 % and 87.5 % gave 12.5, 17.67 and 19.75. Worked examples: the knots lie on the published figures, the rest is assumed.
 */
export const lianyungang = {
  month: {
    rates: {
      response: {
        weight: {
          value: 50,
          assumption: 'what the two rates with figures leave of a hundred (及时签收率, deductions)',
        },
      },
      resolution: { weight: { value: 0, assumption: 'the scheme has no such rate' } },
      satisfaction: {
        weight: { value: 25, assumption: '50 % gave 12.5 points' },
        bands: {
          value: {
            shape: 'pieces',
            knots: [
              { rate: 0, earns: 0 },
              { rate: 0.5, earns: 0.5 },
              { rate: 0.8333, earns: 0.7068 },
              { rate: 0.875, earns: 0.79 },
              { rate: 0.98, earns: 1 },
            ],
          },
          basis: `${scheme}: 50 % gave 12.5 points, 83.33 % 17.67, 87.5 % 19.75; 98 % earning all continues their line`,
        },
      },
      onTime: {
        weight: {
          value: 25,
          assumption: '89.82 % gave 14.82 points: a point of 25 for each of the 10.18 % late',
        },
        bands: {
          value: {
            shape: 'pieces',
            knots: [
              { rate: 0.75, earns: 0 },
              { rate: 1, earns: 1 },
            ],
          },
          basis: `${scheme}: 89.82 % gave 14.82 points`,
        },
      },
    },
    emptyBase: {
      value: 'fullMarks',
      assumption: '37 of 69 departments had 99 points or more, 18 had no request',
    },
    groups: {
      districts: { fullMarks: { value: 150, basis: `${scheme}: counties have 150 points` } },
      departments: {
        fullMarks: { value: 100, basis: `${scheme}: districts and departments have 100 points` },
      },
    },
  },
} as const;

/** The only published set of weights: 准格尔旗, response 30, resolution 35, satisfaction 35. */
export const zhungeer = {
  month: {
    rates: {
      response: { weight: { value: 30, basis: '准格尔旗: 响应 30' } },
      resolution: { weight: { value: 35, basis: '准格尔旗: 解决 35' } },
      satisfaction: { weight: { value: 35, basis: '准格尔旗: 满意 35' } },
    },
  },
} as const;
