import { expect, it } from 'vitest';
import type { OwedEffect } from '../../functions/core/record/ticket-record.ts';
import { checkDeliveries } from '../../sim/live/check-deliveries.ts';
import type { Heard } from '../../sim/live/webhook-receiver.ts';

const owed = (n: number, changes: Partial<OwedEffect> = {}): OwedEffect => ({
  id: `t.${n}`,
  kind: 'notice',
  to: 'u',
  event: 'rungClimbed',
  at: 1_000,
  rule: 'escalation',
  ticketId: 't',
  rev: 1,
  status: 'signed',
  tier: 'general',
  overdue: false,
  ...changes,
});

const told = (n: number, changes: Partial<Heard> = {}): Heard => ({
  id: `t.${n}`,
  owner: 'u',
  type: 'cn.citywhistle.unit.notice.v1',
  happenedAt: 1_000,
  arrivedAt: 1_250,
  data: { ticketId: 't' },
  times: 1,
  ...changes,
});

const check = (effects: readonly OwedEffect[], heard: readonly Heard[]) =>
  checkDeliveries({
    receiver: { heard: new Map(heard.map((event) => [event.id, event])) },
    owners: new Set(['u']),
    effects,
    heardBefore: new Set(heard.map(({ id }) => id)),
    clock: { now: () => 0 },
    patienceMs: 0,
  });

it('measures from the time of a promise to the arrival of what it caused', async () => {
  const checked = await check([owed(1), owed(2, { event: 'signed' })], [told(1), told(2)]);

  expect(checked).toMatchObject({ owed: 2, missing: [], unowed: [], altered: [], early: [] });
  expect(checked.lateness).toMatchObject({ count: 1, max: 250 });
});

it('names what did not arrive, but not what nobody listens for', async () => {
  const checked = await check(
    [owed(1), owed(2), owed(3, { to: 'other' }), owed(4, { kind: 'view' })],
    [told(1)],
  );

  expect(checked).toMatchObject({ owed: 2, missing: ['t.2'] });
});

it('names what nobody owed, what came early and what says something else', async () => {
  const effects = [owed(1), owed(2), owed(3)];

  const checked = await check(effects, [
    told(1, { owner: 'v' }),
    told(2, { arrivedAt: 999 }),
    told(3, { times: 4 }),
    told(9),
  ]);

  expect(checked).toMatchObject({ altered: ['t.1'], early: ['t.2'], unowed: ['t.9'], repeats: 3 });
});
