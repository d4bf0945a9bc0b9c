import type { Example } from './examples.ts';
import { sampleTicketId } from './sample-ticket.ts';

const use = {
  id: '9b1de0f4a7c34e1f8f0a6d2b5c7e9a01',
  unitCode: '110101017',
  power: 'planning',
  towards: '110101-planning',
  at: '2026-11-22T08:40:00+08:00',
};

/** Examples of powers and of the inspection. */
export const supervisionExamples = {
  usePower: {
    path: { power: 'planning' },
    body: { unitCode: '110101-planning', text: '参与永定门西街口袋公园规划方案讨论。' },
    answer: use,
  },
  countPowers: {
    query: { unit: '110101', year: '2026' },
    answer: {
      unit: '110101',
      year: 2026,
      total: { planning: 8 },
      byStreet: { '110101017': { planning: 8 } },
      byDepartment: { '110101-planning': { planning: 8 } },
    },
  },
  listPowerUses: {
    query: { unit: '110101017', month: '2026-11', limit: '25' },
    answer: { rows: [{ ...use, text: '参与永定门西街口袋公园规划方案讨论。' }] },
  },
  exportInspection: {
    query: { unit: 'ent-water', month: '2026-11', format: 'json' },
    answer: {
      rows: [
        {
          fault: 'lateArrival',
          unitCode: 'ent-water',
          month: '2026-11',
          at: '2026-11-22T10:00:00+08:00',
          ticketId: sampleTicketId,
          kind: 'emergency',
          blower: '110101017',
          dueBy: '2026-11-22T09:10:00+08:00',
          arrivedAt: '2026-11-22T09:25:00+08:00',
          lateMinutes: 15,
        },
      ],
    },
  },
} as const satisfies Record<string, Example>;
