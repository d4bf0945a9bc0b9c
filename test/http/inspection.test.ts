import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { EntryOf } from '../../functions/core/score/ledger-entry.ts';
import { minuteMs } from '../../functions/core/time.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const calledAt = Date.parse('2026-11-16T09:00:00+08:00');
const summons: EntryOf<'summons'> = {
  type: 'summons',
  unit: 'ent-water',
  month: '2026-11',
  id: 'a',
  at: calledAt + 60 * minuteMs,
  ticketId: 'c0ffee00c0ffee00c0ffee00c0ffee00',
  whistle: 1,
  kind: 'emergency',
  blower: '110101017',
  outcome: 'released',
  calledAt,
  arriveBy: calledAt + 30 * minuteMs,
  arrivedAt: calledAt + 45 * minuteMs,
  late: true,
};
const query = { unit: 'ent-water', month: '2026-11' };

async function inspected() {
  const service = testService();
  await service.tickets.store.putLedger(summons);
  await service.tickets.store.putLedger({ ...summons, id: 'b', arrivedAt: calledAt, late: false });
  await service.tickets.store.putLedger({ ...summons, id: 'c', month: '2026-12' });
  return service;
}

it('exports a unit’s late answers of a month as JSON', async () => {
  const service = await inspected();

  const { status, json } = await service.call('exportInspection', { role: testRoles.city, query });

  expect(status).toBe(200);
  expect(json.rows).toEqual([
    {
      fault: 'lateArrival',
      unitCode: 'ent-water',
      month: '2026-11',
      at: '2026-11-16T10:00:00.000+08:00',
      ticketId: summons.ticketId,
      kind: 'emergency',
      blower: '110101017',
      dueBy: '2026-11-16T09:30:00.000+08:00',
      arrivedAt: '2026-11-16T09:45:00.000+08:00',
      lateMinutes: 15,
    },
  ]);
});

it('exports the same as CSV with a byte-order mark and Chinese headings', async () => {
  const service = await inspected();

  const { headers, text } = await service.call('exportInspection', {
    role: testRoles.city,
    query: { ...query, format: 'csv' },
  });

  expect(headers['content-type']).toContain('text/csv');
  expect(text.startsWith('\ufeff单位代码,')).toBe(true);
  expect(parse(text, { bom: true, columns: true })).toMatchObject([
    { 单位代码: 'ent-water', 问题: '报到迟到', 吹哨单位: '110101017', 迟到分钟: '15' },
  ]);
});

it('is for who is above the unit, with the scope to supervise', async () => {
  const service = await inspected();
  const ask = async (role: Record<string, string>) =>
    (await service.call('exportInspection', { role, query })).json.code;

  expect(await ask(testRoles.district)).toBe('FORBIDDEN');
  expect(await ask(testRoles.lead)).toBe('MISSING_SCOPE');
});
