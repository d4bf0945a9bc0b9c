import type { ComparisonReport } from '../../../sim/report/comparison-report.ts';
import type { Figure, SweepReport } from '../../../sim/report/report-input.ts';

import { assumptions, sampleSubject, streets } from './sample-city.ts';

/** Two packs, with a measure of every reading. */
export function sampleComparison(): ComparisonReport {
  const measure = (
    name: string,
    zh: string,
    en: string,
    a: number,
    difference: Figure,
    better: 'higher' | 'lower' | undefined,
    unit: 'share' | 'hours' | 'count' = 'share',
  ) => ({
    name,
    title: { zh, en },
    unit,
    a,
    b: a + difference.mean,
    difference,
    ...(better === undefined ? {} : { better }),
  });
  return {
    kind: 'comparison',
    title: { zh: 'beijing-2019 与 beijing-2023', en: 'beijing-2019 against beijing-2023' },
    command: 'npm run sim -- compare beijing-2019 beijing-2023 --scenario beijing-week',
    assumptions,
    a: sampleSubject('beijing-2019'),
    b: sampleSubject('beijing-2023'),
    verdict: 'resolutionRate',
    measures: [
      measure('onTimeShare', '按时办结率', 'On time', 0.88, { mean: 0.061, halfWidth95: 0.004 }, 'higher'),
      measure(
        'resolutionRate',
        '解决率',
        'Resolution rate',
        0.86,
        { mean: 0.032, halfWidth95: 0.006 },
        'higher',
      ),
      measure(
        'satisfactionRate',
        '满意率',
        'Satisfaction rate',
        0.9,
        { mean: 0.002, halfWidth95: 0.005 },
        'higher',
      ),
      measure('reopenedShare', '重办率', 'Reopened', 0.05, { mean: 0.011, halfWidth95: 0.003 }, 'lower'),
      measure(
        'utilisationMean',
        '人员利用率',
        'Staff hours used',
        0.8,
        { mean: 0.02, halfWidth95: 0.004 },
        undefined,
      ),
      measure(
        'p90HandlingHours',
        '办理时长九分位',
        'Nine in ten answered within',
        140,
        { mean: -12, halfWidth95: 3 },
        'lower',
        'hours',
      ),
      measure('whistles', '吹哨', 'Whistles', 500, { mean: 320, halfWidth95: 28 }, undefined, 'count'),
    ],
    units: streets.map(({ code, name }, n) => {
      const scoreA = 97 - n / 4;
      const difference = { mean: ((n * 13) % 21) / 5 - 2, halfWidth95: 0.5 };
      const [classA, classB] = [n < 10 ? 'advanced' : 'middle', n % 5 === 0 ? 'advanced' : 'middle'];
      return {
        unit: code,
        name,
        group: 'subdistricts',
        tickets: 400 + 30 * n,
        staff: 9,
        rankA: n + 1,
        rankB: ((n * 17) % 60) + 1,
        scoreA,
        scoreB: scoreA + difference.mean,
        difference,
        classA,
        classB,
      };
    }),
    stability: [
      { group: 'subdistricts', tau: { mean: 0.62, halfWidth95: 0.05 } },
      { group: 'districts', tau: { mean: 0.81, halfWidth95: 0.07 } },
    ],
    fairness: [
      { against: 'load', a: -0.41, b: -0.12 },
      { against: 'size', a: 0.2, b: 0.08 },
      { against: 'mix', a: -0.3, b: -0.28 },
    ],
    gaming: [
      {
        strategy: 'dispute',
        title: { zh: '每单必提异议', en: 'dispute every dispatch' },
        a: { mean: 1.8, halfWidth95: 0.4 },
        b: { mean: -0.6, halfWidth95: 0.5 },
      },
      {
        strategy: 'closeUnsolved',
        title: { zh: '未解决即办结', en: 'close without solving' },
        a: { mean: 0.7, halfWidth95: 0.3 },
        b: { mean: 0.9, halfWidth95: 0.3 },
      },
    ],
    moved: [
      {
        key: 'scenario.citizens.reachable',
        by: -0.2,
        difference: { mean: 0.03, halfWidth95: 0.01 },
        flips: false,
      },
      {
        key: 'scenario.units.effort',
        by: 0.2,
        difference: { mean: -0.004, halfWidth95: 0.01 },
        flips: true,
      },
    ],
  };
}

/** One parameter at five values: one measure moves, one does not. */
export const sampleSweep = (): SweepReport => ({
  kind: 'sweep',
  title: { zh: '响应率权重的变化', en: 'The weight of the response rate' },
  command: 'npm run sim -- sweep beijing-week --parameter score.month.weights.response',
  assumptions,
  subject: sampleSubject('beijing-2023'),
  parameter: 'score.month.weights.response',
  points: [0, 0.1, 0.2, 0.3, 0.4].map((value) => ({
    value,
    measures: [
      {
        name: 'scoreMean',
        title: { zh: '月度平均得分', en: 'Mean score' },
        unit: 'points' as const,
        figure: { mean: 90 + 10 * value, halfWidth95: 0.3 },
        better: 'higher' as const,
      },
      {
        name: 'onTimeShare',
        title: { zh: '按时办结率', en: 'On time' },
        unit: 'share' as const,
        figure: { mean: 0.94 + value / 1_000, halfWidth95: 0.002 },
        better: 'higher' as const,
      },
    ],
  })),
});
