import type { Example } from './examples.ts';
import { sampleTicketId } from './sample-ticket.ts';
import { sampleUndertaking } from './undertaking-examples.ts';

const path = { matterId: sampleUndertaking.undertakingId };
const at = sampleUndertaking.openedAt;

const answer = {
  ...sampleUndertaking,
  title: '某理发店闭店',
  leadUnit: '110101017',
  openedBy: '110101',
  members: 1_700,
  refused: 0,
  batches: [{ n: 1, at, by: '110101', joined: 1_700, refused: 0 }],
  tasks: [],
  plan: {
    at: '2026-11-22T15:00:00.000+08:00',
    by: '110101017',
    steps: [
      { title: '约谈经营方', ownerUnit: '110101017', by: '2026-11-24T18:00:00.000+08:00', late: false },
    ],
  },
  progress: [
    { n: 1, at: '2026-11-23T09:00:00.000+08:00', by: '110101017', done: 1_700, skipped: 0, refused: 0 },
  ],
  progressBy: '2026-11-30T09:00:00.000+08:00',
  answers: [],
};

const window = { openedFrom: '2026-11-15T00:00:00+08:00', openedTo: '2026-11-22T09:00:00+08:00' };
const selection = { placeCodes: ['110101017'], ...window };

/** A request and an answer of each operation of matters. */
export const matterExamples = {
  openMatter: {
    body: {
      title: '某理发店闭店',
      itemCode: '0101-01',
      leadUnit: '110101017',
      selection,
      text: '同一门店，同一原因。',
    },
    answer,
  },
  readMatter: { path, answer },
  listMatterMembers: {
    path,
    query: { limit: '25' },
    answer: {
      rows: [
        {
          ticketId: sampleTicketId,
          batch: 1,
          status: 'joined',
          ticketStatus: 'signed',
          leadUnit: '110101017',
        },
      ],
    },
  },
  addMatterMembers: { path, body: { ticketIds: [sampleTicketId] }, answer },
  removeMatterMembers: { path, body: { ticketIds: [sampleTicketId], leadUnit: 'ent-water' }, answer },
  layMatterPlan: {
    path,
    body: {
      steps: [{ title: '约谈经营方', ownerUnit: '110101017', by: '2026-11-24T18:00:00+08:00' }],
      text: '先约谈，后转卡。',
    },
    answer,
  },
  finishMatterStep: { path, body: { step: 1, text: '已约谈。' }, answer },
  tellMatterProgress: { path, body: { text: '已与另一门店商定承接会员卡。' }, answer },
  answerMatter: { path, body: { text: '会员卡由另一门店承接，余额照用。', batches: [1] }, answer },
  closeMatter: { path, body: {}, answer },
} as const satisfies Readonly<Record<string, Example>>;
