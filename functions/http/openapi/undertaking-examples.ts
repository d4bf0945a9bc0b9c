import type { Example } from './examples.ts';

const undertakingId = 'matter_0b8e7d1c6f5a49328e1d4c7b6a590f3e';

/** The head of an undertaking as answers show it. */
export const sampleUndertaking = {
  undertakingId,
  kind: 'matter',
  status: 'atWork',
  statusType: 'open',
  openedAt: '2026-11-22T09:00:00.000+08:00',
  ownerUnit: '110101017',
  actBy: '2026-11-24T09:00:00.000+08:00',
  overdue: false,
  itemCode: '0101-01',
  rev: 3,
};

const sampleUndertakingPath = { undertakingId };

/** A line of history as answers show it. */
const line = { n: 1, at: sampleUndertaking.openedAt, event: 'opened', by: '110101', rule: 'early.matter' };

export const undertakingExamples = {
  listUndertakings: {
    query: { list: 'matter/110101017', limit: '25' },
    answer: { rows: [sampleUndertaking] },
  },
  readUndertaking: {
    path: sampleUndertakingPath,
    answer: { ...sampleUndertaking, history: [line] },
  },
  listUndertakingNotes: {
    path: sampleUndertakingPath,
    query: { limit: '25' },
    answer: {
      rows: [
        {
          id: '9b1de0f4a7c34e1f8f0a6d2b5c7e9a01',
          at: '2026-11-22T10:00:00.000+08:00',
          by: '110101017',
          kind: 'note',
          text: '已与经营方约谈。',
          attachments: [],
        },
      ],
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
