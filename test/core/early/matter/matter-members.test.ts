import { describe, expect, it } from 'vitest';
import type { MatterCommand } from '../../../../functions/core/early/matter/matter-command.ts';
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

const add = (...ticketIds: string[]): MatterCommand => ({ type: 'addMembers', ticketIds });
const remove = (...ticketIds: string[]) => ({ type: 'removeMembers', ticketIds }) as const;
const many = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `t${from + n}`);
const places = ['110101017'];
const selection = { item: '0101-01', places, from: monday - 9, to: monday };
const refusal = (...asked: Parameters<typeof decide>) => {
  const decided = decide(...asked);
  return decided.ok ? 'accepted' : decided.error;
};
const busy = { code: 'OUT_OF_TURN', reason: 'the matter is still busy with what was asked before' };
const queued = (command: MatterCommand, times: number, from = joined(), actor = district): MatterState =>
  Array.from({ length: times }).reduce<MatterState>((state) => take(state, command, actor).state, from);

describe('tickets that are to join a matter', () => {
  it('make a batch of who brought it, and wait as a task', () => {
    const { state, lines, told } = take(joined(), add('d', 'e', 'd'), district);

    expect(state.batches[1]).toEqual({ n: 2, at: monday + 1, by: '110101', joined: 0, refused: 0 });
    expect(state.tasks).toEqual([
      { n: 2, type: 'join', ref: 2, by: '110101', ticketIds: ['d', 'e'], done: 0, skipped: 0, refused: 0 },
    ]);
    expect(state.workAt).toBe(monday + 1);
    expect(lines).toEqual([{ at: monday + 1, event: 'membersAdded', by: '110101', rule: 'early.matter' }]);
    expect(told).toEqual([]);
  });

  it('are named or selected, or both, in one batch', () => {
    const selected = take(joined(), { type: 'addMembers', selection }, district).state;
    const both = take(joined(), { type: 'addMembers', ticketIds: ['d'], selection }, district).state;

    expect(selected.tasks).toMatchObject([{ n: 2, ref: 2, selection: { item: '0101-01', places } }]);
    expect(selected.tasks[0]).not.toHaveProperty('ticketIds');
    expect(both.tasks).toMatchObject([
      { n: 2, ref: 2, ticketIds: ['d'] },
      { n: 3, ref: 2, selection },
    ]);
    expect(both.batches).toHaveLength(2);
    expect(refusal(joined(), { type: 'addMembers' }, district)).toEqual({
      code: 'INVALID',
      field: 'ticketIds',
      reason: 'give ticketIds or a selection',
    });
    expect(
      refusal(joined(), { type: 'addMembers', selection: { ...selection, item: 'x' } }, district),
    ).toMatchObject({ code: 'INVALID', field: 'selection.itemCode' });
  });

  it('make word owed again where all had been answered, and leave the time of word that is owed', () => {
    const { progressBy: _, ...answered } = joined();

    expect(take(answered, add('d'), district, monday + 50).state.progressBy).toBe(
      monday + 50 + matterRules.progressMs,
    );
    expect(take(joined(), add('d'), district, monday + 50).state.progressBy).toBe(
      monday + matterRules.progressMs,
    );
  });

  it('are as many as the pack lets a matter have, members and those that wait counted', () => {
    const { membersMax } = matterRules;
    const state = { ...opened(), members: membersMax - 5 };

    expect(take(state, add('d', 'e'), district).state.tasks).toHaveLength(2);
    expect(refusal(state, add('d', 'e', 'f'), district)).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'early.matter.membersMax',
      limit: membersMax,
    });
  });

  it('wait until there is room for their ids, tasks and batches', () => {
    const batches = Array.from({ length: 199 }, (_, n) => ({
      n: n + 1,
      at: 0,
      by: 'x',
      joined: 1,
      refused: 0,
    }));

    const last = take({ ...joined(), batches }, add('d'), district).state;

    expect(refusal(opened(), add(...many(3_997)), district)).toBe('accepted');
    expect(refusal(opened(), add(...many(3_998)), district)).toEqual(busy);
    expect(refusal(queued(add('d'), 19), add('e'), district)).toBe('accepted');
    expect(refusal(queued(add('d'), 20), add('e'), district)).toEqual(busy);
    expect(refusal(take(last, piece(2, 1, 1), clock).state, add('e'), district)).toEqual(busy);
  });
});

describe('tickets that are to leave a matter', () => {
  it('go on with the lead, or with the unit that is named, which history tells', () => {
    const own = take(joined(), remove('a', 'b', 'a'), district);
    const other = take(joined(), { ...remove('a'), lead: 'ent-water' }, district);

    expect(own.state.tasks).toStrictEqual([
      { n: 2, type: 'leave', ref: 0, by: '110101', ticketIds: ['a', 'b'], done: 0, skipped: 0, refused: 0 },
    ]);
    expect(own.lines).toEqual([
      { at: monday + 1, event: 'membersRemoved', by: '110101', rule: 'early.matter' },
    ]);
    expect(other.state.tasks).toMatchObject([{ ticketIds: ['a'], lead: 'ent-water' }]);
    expect(other.lines).toMatchObject([{ unit: 'ent-water' }]);
    expect(refusal(joined(), { ...remove('a'), lead: 'nobody' }, district)).toEqual({
      code: 'UNKNOWN_UNIT',
      unitCode: 'nobody',
    });
  });

  it('wait until there is room for them', () => {
    const telling = take(joined(), { type: 'tellProgress', text: '在修' }).state;

    expect(refusal(telling, remove(...many(4_000)), district)).toBe('accepted');
    expect(refusal(joined(), remove(...many(4_001)), district)).toEqual(busy);
    expect(refusal(queued(remove('a'), 20), remove('a'), district)).toEqual(busy);
  });
});

describe('the tickets of a matter', () => {
  it.each([
    ['its opener', '110101', true],
    ['the hotline', 'hotline', true],
    ['whoever is above its lead', '110000', true],
    ['not its lead', planner.unit, false],
    ['not a neighbour', '110102', false],
    ['not the clock', 'clock', false],
  ])('are named by %s', (_, unit, may) => {
    for (const command of [add('d'), remove('a')]) {
      expect(refusal(joined(), command, { unit })).toEqual(may ? 'accepted' : { code: 'FORBIDDEN' });
    }
  });

  it('are named by an opener that stands beside the lead', () => {
    expect(refusal({ ...joined(), opener: 'police' }, add('d'), { unit: 'police' })).toBe('accepted');
    expect(lead).not.toBe('police');
  });
});
