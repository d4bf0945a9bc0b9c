import type { Example } from './examples.ts';

const needId = '1f0e2d3c4b5a69788796a5b4c3d2e1f0';
const resourceId = '2f0e2d3c4b5a69788796a5b4c3d2e1f0';
const projectId = '3f0e2d3c4b5a69788796a5b4c3d2e1f0';
const at = '2026-11-22T08:40:00+08:00';

const need = {
  id: needId,
  list: 'need',
  ownerUnit: '110101017',
  placeCode: '110101017',
  kind: 'parking',
  title: '夜间居民停车位',
  capacity: 60,
  free: 60,
  openedAt: at,
} as const;
const resource = {
  ...need,
  id: resourceId,
  list: 'resource',
  ownerUnit: 'ent-water',
  title: '办公楼地下车库夜间车位',
  capacity: 100,
  free: 100,
} as const;
const project = {
  id: projectId,
  list: 'project',
  needId,
  resourceId,
  needUnit: '110101017',
  resourceUnit: 'ent-water',
  placeCode: '110101017',
  kind: 'parking',
  quantity: 60,
  status: 'offered',
  offeredBy: 'resource',
  offeredAt: at,
  changedAt: at,
  ratings: {},
} as const;
const path = { projectId };

/** Examples of the three lists and of a project's life. */
export const sharingExamples = {
  registerShare: {
    body: { list: 'need', kind: 'parking', placeCode: '110101017', capacity: 60, title: '夜间居民停车位' },
    answer: need,
  },
  closeShare: { path: { shareId: needId }, body: {}, answer: { ...need, closedAt: at } },
  listShares: { query: { area: '110101', list: 'need', limit: '25' }, answer: { rows: [need] } },
  matchNeed: {
    path: { shareId: needId },
    answer: { need, matches: [{ resource, quantity: 60, score: 5 }] },
  },
  offerProject: { body: { needId, resourceId }, answer: project },
  readProject: {
    path,
    answer: {
      project,
      notes: [
        {
          id: '9b1de0f4a7c34e1f8f0a6d2b5c7e9a01',
          at,
          by: '110101017',
          kind: 'note',
          text: '每晚七点后开放。',
          attachments: [],
        },
      ],
    },
  },
  agreeProject: {
    path,
    body: { text: '每晚七点后开放。' },
    answer: { ...project, status: 'agreed' },
  },
  declineProject: { path, body: { text: '车库检修。' }, answer: { ...project, status: 'declined' } },
  finishProject: { path, body: {}, answer: { ...project, status: 'done' } },
  rateProject: {
    path,
    body: { points: 95 },
    answer: { ...project, status: 'done', ratings: { resource: { points: 95, at } } },
  },
} as const satisfies Record<string, Example>;
