import { expect, it } from 'vitest';
import { cloudEvent } from '../../../functions/adapters/webhook/cloud-event.ts';
import { event } from './sample-event.ts';

it('writes an event in the structured form of CloudEvents 1.0', () => {
  expect(JSON.parse(JSON.stringify(event))).toEqual({
    specversion: '1.0',
    id: 'e5a1:7',
    source: '/cities/beijing',
    type: 'cn.citywhistle.ticket.status.v1',
    time: '2024-07-01T02:00:00.250Z',
    subject: 'tickets/e5a1',
    datacontenttype: 'application/json',
    data: {
      ticketId: 'e5a1',
      rev: 7,
      status: 'signed',
      statusType: 'open',
      event: 'signed',
      tier: '24h',
      leadUnit: '110105011',
      dueAt: '2024-07-02T10:00:00+08:00',
    },
  });
});

it.each([
  ['a field the type does not know', { contactPhone: '13800000000' }, /contactPhone/],
  ['free text in place of a code', { status: '张女士说水管爆了' }, /status/],
  ['a unit that is no code', { leadUnit: '望京 街道' }, /leadUnit/],
  ['a time without an offset', { dueAt: '2024-07-02T10:00:00' }, /dueAt/],
])('refuses %s, so that nothing personal slips out', (_, change, place) => {
  const data = { ...event.data, ...change } as typeof event.data;

  const wrap = () => cloudEvent({ ...event, at: 0, data });

  expect(wrap).toThrow(place);
});
