import type { Example } from './examples.ts';
import { sampleTicketId } from './sample-ticket.ts';

const routeId = '5d0c1f7a9b3e4c62a1d8e07f64b2c9e3';

const request = {
  role: 'street-chief',
  street: { zh: '东华门大街', en: 'Donghuamen Street' },
  unitCode: '110101017',
  chief: { name: '街巷长甲' },
  stops: ['东口', '社区服务站', '西口'],
};

const row = {
  routeId,
  month: '2026-11',
  status: 'walking',
  ...request,
  roleName: { zh: '街巷长', en: 'street and lane chief' },
  subdistrictCode: '110101017',
  from: '2026-11-23',
};

const view = {
  ...row,
  rounds: [
    {
      rhythm: 'daily',
      period: '2026-11-23',
      opensAt: '2026-11-23T06:00:00.000+08:00',
      dueBy: '2026-11-23T22:00:00.000+08:00',
      status: 'done',
      endedAt: '2026-11-23T08:30:00.000+08:00',
      stops: [0, 1, 2],
      findings: [sampleTicketId],
    },
  ],
  history: [
    {
      n: 1,
      at: '2026-11-22T09:00:00.000+08:00',
      event: 'patrolOpened',
      by: '110101017',
      rule: 'early.patrol.roles.street-chief',
      unitCode: '110101017',
    },
  ],
};

const path = { routeId };

export const patrolExamples = {
  openPatrolRoute: { body: { ...request, from: '2026-11-23' }, answer: view },
  listPatrolRoutes: {
    query: { area: '110101017', month: '2026-11', limit: '25' },
    answer: { rows: [row] },
  },
  readPatrolRoute: { path, query: { month: '2026-11' }, answer: view },
  recordPatrolRound: {
    path,
    body: { rhythm: 'daily', period: '2026-11-23', stops: [0, 1, 2] },
    answer: view,
  },
  namePatrolChief: { path, body: { name: '街巷长乙' }, answer: view },
  retirePatrolRoute: { path, body: {}, answer: { ...view, status: 'retired' } },
  listStreetChiefs: {
    query: { area: '110101017', limit: '25' },
    answer: {
      rows: [
        {
          street: request.street,
          unitCode: '110101017',
          unitName: { zh: '东华门街道' },
          role: 'street-chief',
          roleName: row.roleName,
          name: '街巷长甲',
          rhythms: [{ key: 'daily', title: { zh: '日巡', en: 'daily round' } }],
        },
      ],
    },
  },
  reportPatrolCoverage: {
    query: { area: '110101017', from: '2026-11', until: '2026-11', format: 'json' },
    answer: {
      rows: [
        {
          unitCode: '110101017',
          role: 'street-chief',
          rhythm: 'daily',
          routes: 1,
          due: 30,
          done: 21,
          missed: 1,
          open: 8,
          calledOff: 0,
          findings: 4,
          stops: 3,
          stopsCovered: 3,
        },
      ],
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
