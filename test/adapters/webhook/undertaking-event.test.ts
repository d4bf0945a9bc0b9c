import { describe, expect, it } from 'vitest';
import { undertakingEvent } from '../../../functions/adapters/webhook/undertaking-event.ts';
import { effectMessage } from '../../../functions/core/undertaking/effect-message.ts';
import type { UndertakingEffect } from '../../../functions/core/undertaking/undertaking-record.ts';
import { hotline, Town } from '../../usecases/town.ts';

const id = `matter_${'a'.repeat(32)}`;
const at = Date.parse('2026-11-22T09:00:00+08:00');
const effect: UndertakingEffect = {
  id: `${id}.3.1`,
  kind: 'notice',
  to: '110101017',
  event: 'planOverdue',
  at,
  rule: 'early.matter.planWithin',
  undertakingId: id,
  undertaking: 'matter',
  rev: 3,
  status: 'atWork',
  isOpen: true,
  actBy: at + 3_600_000,
  correlationId: 'request-1',
};
const options = { source: '/cities/beijing', utcOffsetMs: 8 * 3_600_000 };

describe('the event of an undertaking', () => {
  it('tells a unit what is asked of it, with the effect’s own id', () => {
    expect(undertakingEvent(effect, options)).toMatchObject({
      id: effect.id,
      type: 'cn.citywhistle.undertaking.notice.v1',
      subject: `undertakings/${id}`,
      time: '2026-11-22T01:00:00.000Z',
      correlationid: 'request-1',
      data: {
        kind: 'matter',
        notice: 'planOverdue',
        unit: '110101017',
        actBy: '2026-11-22T10:00:00.000+08:00',
      },
    });
  });

  it('tells the platform of a status, open or closed', () => {
    const closed = { ...effect, kind: 'status', to: 'hotline', event: 'closed', isOpen: false } as const;

    expect(undertakingEvent(closed, options)).toMatchObject({
      type: 'cn.citywhistle.undertaking.status.v1',
      data: { event: 'closed', statusType: 'closed', status: 'atWork' },
    });
  });
});

describe('messages of the effect queue', () => {
  it('of tickets are read as they always were, and those of undertakings beside them', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await town.ask(ticketId, { type: 'urge', body: {} }, hotline);
    const sent = town.sent();

    expect(sent.length).toBeGreaterThan(1);
    for (const message of sent) expect(effectMessage.parse(message)).toEqual(message);
    expect(effectMessage.parse(effect)).toEqual(effect);
    expect(effectMessage.safeParse({ ...effect, phone: '13800000000' }).success).toBe(false);
  });
});
