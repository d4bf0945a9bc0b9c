import { describe, expect, it } from 'vitest';
import type { MatterState } from '../../../../functions/core/early/matter/matter-state.ts';
import { monday } from '../../../support/case.ts';
import {
  clock,
  decide,
  district,
  joined,
  lead,
  matterRules,
  opened,
  piece,
  planner,
  take,
} from './sample-matter.ts';

const tell = { type: 'tellProgress', text: '正在抢修' } as const;
const answer = { type: 'answer', text: '已修复' } as const;
const now = monday + 77;
const refusal = (state: MatterState, command: typeof tell | typeof answer, actor = planner) => {
  const decided = decide(state, command, actor);
  return decided.ok ? 'accepted' : decided.error;
};
const twoBatches = (): MatterState => {
  const two = take(joined(), { type: 'addMembers', ticketIds: ['d'] }, district).state;
  return take(two, piece(2, 1, 1), clock).state;
};

describe('word of how a matter stands', () => {
  it('is kept with its number and told to every citizen as a task', () => {
    const one = take(joined(), tell, planner, now);
    const two = take(one.state, { ...tell, text: '将修好' }, planner, now + 1);

    expect(two.state.progress).toEqual([
      { n: 1, at: now, by: lead },
      { n: 2, at: now + 1, by: lead },
    ]);
    expect(two.state.tasks).toMatchObject([
      { n: 2, type: 'tell', ref: 1, by: lead, text: '正在抢修' },
      { n: 3, type: 'tell', ref: 2, by: lead, text: '将修好' },
    ]);
    expect(one.lines).toEqual([
      { at: now, event: 'progressTold', by: lead, rule: 'early.matter.progressEvery', unit: lead },
    ]);
    expect(one.told).toEqual([]);
  });

  it("puts off the next by the pack's time, unless no more is owed", () => {
    const { progressBy: _, ...answered } = joined();

    expect(take(joined(), tell, planner, now).state.progressBy).toBe(now + matterRules.progressMs);
    expect(take(answered, tell, planner, now).state).not.toHaveProperty('progressBy');
  });
});

describe('the answer to a matter', () => {
  it('is kept, told to whoever opened the matter, and given to every ticket as a task', () => {
    const { state, lines, told } = take(joined(), answer, planner, now);

    expect(state.answers).toEqual([{ n: 1, at: now, by: lead }]);
    expect(state.tasks).toMatchObject([{ n: 2, type: 'answer', ref: 1, by: lead, text: '已修复' }]);
    expect(state.tasks[0]).not.toHaveProperty('only');
    expect(state.progressBy).toBe(now + matterRules.progressMs);
    expect(lines).toEqual([{ at: now, event: 'answered', by: lead, rule: 'early.matter', unit: lead }]);
    expect(told).toEqual([{ at: now, to: '110101', event: 'answered' }]);
  });

  it('of some batches names them once each, and puts no word off', () => {
    const { state } = take(twoBatches(), { ...answer, batches: [2, 1, 2] }, planner, now);

    expect(state.answers).toMatchObject([{ only: [2, 1] }]);
    expect(state.tasks).toMatchObject([{ only: [2, 1] }]);
    expect(state.progressBy).toBe(monday + matterRules.progressMs);
  });

  it.each([[[0]], [[3]], [[1, 3]]])('is refused for batches %j of two', (batches) => {
    expect(decide(twoBatches(), { ...answer, batches })).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'batches', reason: 'the matter has no such batch' },
    });
  });

  it('makes no word owed where none was', () => {
    const { progressBy: _, ...before } = joined();

    expect(take(before, answer, planner, now).state).not.toHaveProperty('progressBy');
  });

  it('is not told to a lead that opened the matter itself', () => {
    const own = { ...joined(), opener: lead };

    expect(take(own, answer).told).toEqual([]);
  });
});

describe.each([
  ['word', tell, 'progress'],
  ['an answer', answer, 'answers'],
] as const)('%s', (_, command, list) => {
  it("is the lead's alone", () => {
    expect(refusal(joined(), command, district)).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(joined(), command, { unit: 'hotline' })).toEqual({ code: 'FORBIDDEN' });
  });

  it('is given a hundred times at most', () => {
    const said = (count: number) => Array.from({ length: count }, (__, n) => ({ n: n + 1, at: 0, by: lead }));

    expect(refusal({ ...joined(), [list]: said(99) }, command)).toBe('accepted');
    expect(refusal({ ...joined(), [list]: said(100) }, command)).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'early.matter',
      limit: 100,
    });
  });

  it('waits while twenty tasks do, but not for tickets that still join', () => {
    let full = opened();
    for (let n = 1; n < 20; n += 1) full = take(full, command).state;

    expect(full.tasks).toHaveLength(20);
    expect(refusal(full, command)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'the matter is still busy with what was asked before',
    });
  });
});
