import type { DailyName, DailySeries, DistrictShapes, RunReport } from '../../../sim/report/report-input.ts';

import {
  around,
  assumptions,
  chance,
  districts,
  hostile,
  read,
  sampleSubject,
  streets,
} from './sample-city.ts';

const daily = (level: number, growth: number): DailySeries => {
  const mean = Array.from({ length: 56 }, (_, day) =>
    Math.max(0, level * (1 + growth * day) * (day % 7 > 4 ? 0.7 : 1) * (0.95 + 0.1 * chance.next01())),
  );
  return { mean, low: mean.map((value) => value * 0.93), high: mean.map((value) => value * 1.06) };
};

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
    published: {
      free: 63,
      distance: 0.047,
      points: [
        {
          date: '2023-07',
          title: { zh: '解决率', en: 'Resolution rate' },
          unit: 'share',
          published: 0.94,
          simulated: { mean: 0.893, halfWidth95: 0.004 },
          source: hostile,
        },
        {
          date: '2022',
          title: { zh: '满意率', en: 'Satisfaction rate' },
          unit: 'share',
          published: 0.95,
          source: 'a year the run has not',
        },
      ],
    },
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
