import type { Example } from './examples.ts';
import { sampleTicketId } from './sample-ticket.ts';

const warningId = 'warning_5b1c9a70e4d24f6f8b3f0d1a7c62e98d';

const row = {
  undertakingId: warningId,
  kind: 'warning',
  status: 'raised',
  statusType: 'open',
  openedAt: '2026-11-22T10:11:00.000+08:00',
  ownerUnit: '110101017',
  actBy: '2026-11-23T10:11:00.000+08:00',
  overdue: false,
  itemCode: '0105-01',
  rev: 2,
  unitCode: '110101017',
  districtCode: '110101',
  cause: 'surge',
  month: '2026-11',
  since: '2026-11-22T08:00:00.000+08:00',
  until: '2026-11-22T10:00:00.000+08:00',
  count: 31,
  usual: 1.4,
  forecast: {
    from: '2026-11-22T10:00:00.000+08:00',
    until: '2026-11-29T10:00:00.000+08:00',
    expected: 412.5,
    low: 287,
    high: 561,
    within: 0.9,
  },
  respondBy: '2026-11-23T10:11:00.000+08:00',
};

const view = {
  ...row,
  ticketIds: [sampleTicketId],
  history: [
    {
      n: 1,
      at: row.openedAt,
      event: 'warningRaised',
      by: 'clock',
      rule: 'early.warning.surge',
      unitCode: '110101017',
    },
  ],
};

const answered = (outcome: string) => ({
  ...view,
  status: outcome,
  statusType: 'closed',
  response: { outcome, at: '2026-11-22T11:00:00.000+08:00', by: '110101017' },
});

const path = { warningId };

export const warningExamples = {
  listWarnings: { query: { area: '110101', month: '2026-11', limit: '25' }, answer: { rows: [row] } },
  readWarning: { path, answer: view },
  respondToWarning: {
    path,
    body: { outcome: 'acted', text: '热力公司已到场抢修，逐户告知。' },
    answer: answered('acted'),
  },
  dismissWarning: { path, body: { reason: '系同一活动引发，已结束。' }, answer: answered('dismissed') },
  readWatch: {
    path: { unitCode: '110101017' },
    answer: {
      since: '2026-06-01T00:00:00.000+08:00',
      watchedUntil: '2026-11-22T10:00:00.000+08:00',
      isWarm: true,
      streams: [{ itemCode: '0105-01', evidence: 0.42, hours: 2, count: 6, usual: 0.7 }],
    },
  },
  listForecasts: {
    path: { unitCode: '110101017' },
    query: { itemCode: '0105-01', limit: '25' },
    answer: {
      rows: [
        {
          itemCode: '0105-01',
          forecasts: [
            {
              horizon: 'week',
              from: '2026-11-22T10:00:00.000+08:00',
              expected: 24.6,
              intervals: [{ within: 0.8, low: 8, high: 45, probability: 0.81 }],
            },
          ],
          yearAgo: { week: 22, month: 95 },
          coverage: [{ within: 0.8, weeks: 26, inside: 22 }],
        },
      ],
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
