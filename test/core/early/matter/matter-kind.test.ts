import { describe, expect, it } from 'vitest';
import type { MatterCommand } from '../../../../functions/core/early/matter/matter-command.ts';
import { matterKind } from '../../../../functions/core/early/matter/matter-kind.ts';
import { dayMs, hourMs } from '../../../../functions/core/time.ts';
import { undertakingEventMessages } from '../../../../functions/messages/undertaking-event-messages.ts';
import { monday } from '../../../support/case.ts';
import { heard } from '../support/heard.ts';
import {
  clock,
  decide,
  district,
  joined,
  lead,
  open,
  opened,
  piece,
  planner,
  rules,
  take,
} from './sample-matter.ts';

describe('a matter', () => {
  it('is opened by whoever is over its lead, about things the city knows', () => {
    const tries = [
      open({}, planner),
      open({}, { unit: '110102' }),
      open({ lead: 'nobody' }),
      open({ item: 'nothing' }),
      open({ ticketIds: [] }),
      open({ selection: { item: '0101-01', places: ['nowhere'], from: 1, to: 2 } }),
    ];

    expect(tries.map((one) => !one.ok && one.error.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'UNKNOWN_UNIT',
      'INVALID',
      'INVALID',
      'UNKNOWN_UNIT',
    ]);
    expect(open({}, { unit: 'hotline' }).ok).toBe(true);
    expect(open({}, { unit: '110000' }).ok).toBe(true);
  });

  it('counts a piece of work once, wherever its report comes from a second time', () => {
    const once = decide(opened(), piece(1, 2, 2), clock);
    if (!once.ok) throw new Error(once.error.code);
    const ended = decide(once.value, piece(1, 1, 1), clock);
    if (!ended.ok) throw new Error(ended.error.code);

    expect(once.value).toMatchObject({ members: 2, tasks: [{ ticketIds: ['c'], done: 2 }] });
    expect(ended.value).toMatchObject({ members: 3, tasks: [], batches: [{ joined: 3 }] });
    expect(decide(ended.value, piece(1, 1, 1), clock)).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
    expect(decide(opened(), piece(2, 1, 1), clock)).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
    expect(decide(opened(), { ...piece(1, 1, 1), from: 'x' } as MatterCommand, clock)).toMatchObject({
      error: { code: 'OUT_OF_TURN' },
    });
  });

  it('takes the end of a piece from the clock alone', () => {
    for (const actor of [planner, district, { unit: 'hotline' }])
      expect(decide(opened(), piece(1, 3, 3), actor)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('has at most as many members as the pack says, the ones that wait counted in', () => {
    const { membersMax } = rules.early.matter!;
    const many = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `t${from + n}`);
    const full = decide(opened(), { type: 'addMembers', ticketIds: many(membersMax - 3) }, district);

    expect(decide(opened(), { type: 'addMembers', ticketIds: many(membersMax - 2) }, district)).toEqual({
      ok: false,
      error: { code: 'LIMIT_REACHED', rule: 'early.matter.membersMax', limit: membersMax },
    });
    // So many ids do not fit onto the matter's own item at once: they come in batches.
    expect(full).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
  });

  it('watches its plan, its steps and its word to the citizens, each told once and at its own time', () => {
    const { lines, told, out } = heard();
    const by = monday + 3 * dayMs;
    const steps = [
      { title: '约谈', owner: 'ent-water', by },
      { title: '修复', owner: lead, by: by + hourMs },
    ];
    const planned = decide(opened(), { type: 'layPlan', steps }, planner, monday + hourMs);
    if (!planned.ok) throw new Error(planned.error.code);
    const done = decide(planned.value, { type: 'finishStep', step: 2 }, planner, monday + 2 * hourMs);
    if (!done.ok) throw new Error(done.error.code);

    const kept = matterKind.keep(done.value, monday + 8 * dayMs, rules, out);

    expect(lines).toEqual([
      ...[{ at: by, event: 'stepOverdue', by: 'clock', rule: 'early.matter.planWithin', unit: 'ent-water' }],
      {
        ...{ at: monday + 7 * dayMs, event: 'progressOverdue', by: 'clock' },
        ...{ rule: 'early.matter.progressEvery', unit: lead },
      },
    ]);
    expect(told.filter(({ event }) => event === 'stepOverdue').map(({ to }) => to)).toEqual([
      'ent-water',
      lead,
      '110101',
    ]);
    expect(matterKind.keys(kept)).toMatchObject({ overdue: true, actBy: monday + 14 * dayMs, owner: lead });
    expect(matterKind.keep(kept, monday + 8 * dayMs, rules, heard().out)).toEqual(kept);
  });

  it('has passed a limit only after it', () => {
    const state = opened();
    const at = matterKind.nextPromiseAt(state);

    expect(at).toBe(monday + 2 * dayMs);
    expect(matterKind.keep(state, at, rules, heard().out)).toBe(state);
    expect(matterKind.keep(state, at + 1, rules, heard().out)).toMatchObject({ overdue: true });
  });

  it('accepts nothing while it closes or has closed, and says so', () => {
    const closing = decide(opened(), { type: 'close' });
    if (!closing.ok) throw new Error(closing.error.code);

    expect(decide(closing.value, { type: 'answer', text: '好' })).toEqual({
      ok: false,
      error: { code: 'NOT_ACCEPTED', status: 'closing', accepted: [] },
    });
  });

  it('answers only batches it has, and steps only of its plan', () => {
    const asked = [
      decide(opened(), { type: 'answer', text: '好', batches: [2] }),
      decide(opened(), { type: 'finishStep', step: 1 }),
      decide(opened(), { type: 'layPlan', steps: [{ title: '早', owner: lead, by: monday }] }),
      decide(opened(), { type: 'layPlan', steps: [{ title: '谁', owner: 'nobody', by: monday + 1 }] }),
    ];

    expect(asked.map((one) => !one.ok && one.error.code)).toEqual([
      'INVALID',
      'INVALID',
      'INVALID',
      'UNKNOWN_UNIT',
    ]);
  });

  it('may be read by lead, opener, owners of its steps and whoever is above, and by no neighbour', () => {
    const steps = [{ title: '修复', owner: 'ent-water', by: monday + dayMs }];
    const state = { ...opened(), plan: { at: monday, by: lead, steps } };
    const may = (unit: string) => matterKind.mayRead!(state, { unit }, rules);

    expect([lead, '110101', '110000', 'ent-water'].map(may)).toEqual([true, true, true, true]);
    expect(['110102', '110101001', 'police'].map(may)).toEqual([false, false, false]);
  });

  it('names every event in both languages', () => {
    expect(Object.keys(undertakingEventMessages.matter!).toSorted()).toEqual(
      [...matterKind.events].toSorted(),
    );
  });
});

describe('closing a matter', () => {
  it.each([
    [planner.unit, true],
    [district.unit, true],
    ['hotline', true],
    ['ent-water', false],
    ['110102', false],
  ])('may be asked by %s: %s, and then its tickets are looked at', (unit, may) => {
    const decided = decide(joined(), { type: 'close' }, { unit });

    expect(decided.ok || decided.error).toEqual(may || { code: 'FORBIDDEN' });
  });

  it('may be asked by an opener beside the lead', () => {
    expect(decide({ ...joined(), opener: 'police' }, { type: 'close' }, { unit: 'police' }).ok).toBe(true);
  });

  it('is written, and waits for what is at work', () => {
    const { state, lines } = take(opened(), { type: 'close' });

    expect(lines).toEqual([{ at: monday + 1, event: 'closing', by: lead, rule: 'early.matter', unit: lead }]);
    expect(state.tasks.map(({ type }) => type)).toEqual(['join', 'check']);
    expect(take(state, piece(1, 3, 3), clock).state.tasks).toMatchObject([
      { type: 'check', ref: 0, by: lead },
    ]);
  });
});
