import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stream } from '../../../sim/engine/stream.ts';
import type { ComparisonReport } from '../../../sim/report/comparison-report.ts';
import type {
  DailyName,
  DailySeries,
  DistrictShapes,
  Figure,
  RunReport,
  RunSubject,
  SweepReport,
} from '../../../sim/report/report-input.ts';

const folder = join(import.meta.dirname, '../../../functions/cities/beijing');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const directory = read('directory.json') as {
  readonly units: readonly {
    readonly code: string;
    readonly kind: string;
    readonly name: { readonly zh: string; readonly en?: string };
  }[];
};

const named = directory.units.map(({ code, kind, name }) => ({
  code,
  kind,
  name: { zh: name.zh, en: name.en ?? name.zh },
}));
const streets = named.filter(({ kind }) => kind === 'subdistrict').slice(0, 60);
const districts = named.filter(({ kind }) => kind === 'district');

/** Text that would do harm if a page did not escape it. */
export const hostile =
  '</script><script>window.broken = true</script><img src=x onerror="window.broken = true">';

const chance = new Stream(7, 'sample reports');
const around = (mean: number, spread: number): Figure => ({
  mean: mean + (chance.next01() - 0.5) * spread,
  halfWidth95: spread * (0.1 + 0.2 * chance.next01()),
});

/** A subject with ten replications. */
const sampleSubject = (pack: string): RunSubject => ({
  scenario: 'beijing-week',
  scenarioTitle: { zh: '北京的普通一周', en: 'An ordinary week in Beijing' },
  pack,
  rulesHash: '0123456789abcdef0123456789abcdef',
  city: { zh: '北京市', en: 'Beijing' },
  startDate: '2023-07-03',
  days: 56,
  warmUpDays: 14,
  seed: 1,
  replications: 10,
  digest: 'feedfacecafebeef',
});

const daily = (level: number, growth: number): DailySeries => {
  const mean = Array.from({ length: 56 }, (_, day) =>
    Math.max(0, level * (1 + growth * day) * (day % 7 > 4 ? 0.7 : 1) * (0.95 + 0.1 * chance.next01())),
  );
  return { mean, low: mean.map((value) => value * 0.93), high: mean.map((value) => value * 1.06) };
};

const assumptions = [
  { key: 'scenario.units.effort', value: '1', why: 'nobody published how effort differs between units' },
  { key: 'scenario.citizens.reachable', value: '0.72', why: hostile },
];

/** A run as a city's replications give it, with every part of the page filled. */
export function sampleRun(): RunReport {
  const units = streets.map(({ code, name }, n) => ({
    unit: code,
    name,
    kind: 'subdistrict',
    district: code.slice(0, 6),
    tickets: 400 + 30 * n,
    staff: 9,
    utilisation: 0.55 + 0.45 * chance.next01(),
    backlogMax: Math.round(20 + 300 * chance.next01() ** 3),
    waitHoursMean: 2 + 10 * chance.next01(),
    onTimeShare: 0.85 + 0.14 * chance.next01(),
  }));
  const share = (name: string, zh: string, en: string, mean: number) => ({
    name,
    title: { zh, en },
    unit: 'share' as const,
    figure: around(mean, 0.03),
    better: 'higher' as const,
  });
  const count = (name: string, zh: string, en: string, mean: number) => ({
    name,
    title: { zh, en },
    unit: 'count' as const,
    figure: around(mean, mean / 20),
  });
  const tier = (key: string, zh: string, en: string, mean: number, n: number) => ({
    tier: key,
    title: { zh, en },
    tickets: around(mean, mean / 50),
    onTimeShare: around(0.98 - 0.04 * n, 0.01),
    p50Hours: around(1.2 * 6 ** n, 0.2),
    p90Hours: around(1.8 * 7 ** n, 0.5),
    p99Hours: around(3 * 7 ** n, 1),
    latenessHours: {
      edges: [0, 1, 4, 12, 24, 72, 168],
      counts: [5, 4, 3, 2, 1, 0.5, 0.1].map((part) => Math.round(part * mean * 0.02 * (n + 1))),
    },
  });
  const months = ['2023-07', '2023-08'];
  return {
    kind: 'run',
    title: { zh: '北京的普通一周：beijing-2023', en: 'An ordinary week in Beijing: beijing-2023' },
    command: 'npm run sim -- run beijing-week --pack beijing-2023 --seed 1 --replications 10',
    assumptions,
    subject: sampleSubject('beijing-2023'),
    measures: [
      count('contacts', '来电来件', 'Contacts', 2_850_000),
      count('settledAtDesk', '当场答复', 'Settled at the desk', 1_680_000),
      count('tickets', '工单', 'Tickets', 1_170_000),
      count('closed', '办结', 'Tickets ended', 1_140_000),
      share('onTimeShare', '按时办结率', 'On time, of ended and overdue', 0.943),
      share('responseRate', '响应率', 'Response rate', 0.991),
      share('resolutionRate', '解决率', 'Resolution rate', 0.89),
      share('satisfactionRate', '满意率', 'Satisfaction rate', 0.92),
      share('arrivedInTimeShare', '按时报到率', 'Arrived in time', 0.88),
      count('whistles', '吹哨', 'Whistles', 820),
      count('summonses', '报到', 'Units summoned', 2_100),
      {
        name: 'p90HandlingHours',
        title: { zh: '办理时长九分位', en: 'Nine in ten answered within' },
        unit: 'hours',
        figure: around(131, 6),
        better: 'lower',
      },
      {
        name: 'meanHandlingHours',
        title: { zh: '平均办理时长', en: 'Mean time to the answer' },
        unit: 'hours',
        figure: around(48, 2),
        better: 'lower',
      },
    ],
    tiers: [
      tier('emergency', '紧急', 'emergency', 6_000, 0),
      tier('basics', '水电气热', 'water, power, gas, heat', 90_000, 1),
      tier('general', '一般', 'general', 900_000, 2),
      tier('complex', '复杂疑难', 'complex', 120_000, 3),
    ],
    rungs: [
      {
        key: 'warn-half',
        title: { zh: '过半提醒', en: 'warned at half of the limit' },
        count: around(52_000, 2_000),
      },
      {
        key: 'deadline',
        title: { zh: '到期提级至区', en: 'at the deadline, to the district' },
        count: around(21_000, 2_000),
      },
      {
        key: 'overdue-day',
        title: { zh: '超期一天提级至市', en: 'a day late, to the city' },
        count: around(7_000, 900),
      },
    ],
    arrivals: [
      {
        kind: 'emergency',
        title: { zh: '应急处置类', en: 'emergency' },
        summonses: around(900, 40),
        onTimeShare: around(0.86, 0.03),
        minutes: { edges: [0, 15, 30, 60, 120, 240], counts: [2_700, 3_100, 1_800, 700, 300, 90] },
      },
      {
        kind: 'enforcement',
        title: { zh: '综合执法类', en: 'joint enforcement' },
        summonses: around(700, 40),
        onTimeShare: around(0.93, 0.03),
        minutes: { edges: [0, 15, 30, 60, 120, 240], counts: [900, 1_400, 1_900, 1_500, 800, 300] },
      },
    ],
    daily: {
      dates: Array.from({ length: 56 }, (_, day) =>
        new Date(Date.UTC(2023, 6, 3 + day)).toISOString().slice(0, 10),
      ),
      series: Object.fromEntries(
        (
          [
            ['contacts', 60_000, 0],
            ['tickets', 25_000, 0],
            ['closed', 24_500, 0],
            ['backlog', 80_000, 0.012],
            ['overdueOpen', 4_000, 0.02],
            ['utilisation', 0.82, 0],
          ] as const
        ).map(([name, level, growth]) => [name, daily(level, growth)]),
      ) as Record<DailyName, DailySeries>,
    },
    units,
    boards: months.map((month) => ({
      month,
      groups: [
        {
          group: 'subdistricts',
          lines: streets.map(({ code, name }, n) => ({
            unit: code,
            name,
            rank: n + 1,
            rankLow: Math.max(1, n - 6),
            rankHigh: Math.min(60, n + 9),
            ...(month === '2023-08' ? { movement: ((n * 7) % 11) - 5 } : {}),
            score: { mean: 98 - n / 5, halfWidth95: 0.4 },
            cases: 300 + n,
            response: 0.99,
            resolution: 0.9 - n / 400,
            satisfaction: 0.93 - n / 500,
            onTime: 0.97 - n / 300,
            ...(n < 10 ? { className: 'advanced' } : {}),
          })),
        },
        {
          group: 'districts',
          lines: districts.map(({ code, name }, n) => ({
            unit: code,
            name,
            rank: n + 1,
            score: { mean: 97 - n / 3, halfWidth95: 0.2 },
            cases: 9_000 - 300 * n,
          })),
        },
      ],
    })),
    labels: { advanced: { zh: '先进类', en: 'Advanced' } },
    districts: districts.map(({ code, name }) => ({
      district: code,
      name,
      tickets: Math.round(20_000 + 90_000 * chance.next01()),
      onTimeShare: 0.88 + 0.1 * chance.next01(),
      utilisation: 0.6 + 0.38 * chance.next01(),
      backlogMax: Math.round(900 * chance.next01()),
    })),
    shapes: read('shapes.geojson') as DistrictShapes,
    tickets: [
      {
        number: 1204,
        tier: 'emergency',
        item: '0101-01',
        unit: '110101017',
        steps: [
          { at: '2023-07-18 09:12', what: { zh: '受理', en: 'taken in' } },
          { at: '2023-07-18 09:21', what: { zh: '派单', en: 'dispatched' }, by: hostile },
          { at: '2023-07-18 10:48', what: { zh: '答复', en: 'answered' }, by: '110101017' },
        ],
      },
      {
        number: 99_871,
        tier: 'general',
        steps: [{ at: '2023-07-19 11:02', what: { zh: '提级', en: 'escalated' }, by: '110101' }],
      },
    ],
    traceCommand: 'npm run sim -- trace beijing-week --pack beijing-2023 --seed 1 --ticket {number}',
  };
}

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
