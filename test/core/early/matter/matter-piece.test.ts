import { describe, expect, it } from 'vitest';
import { matterKind } from '../../../../functions/core/early/matter/matter-kind.ts';
import { NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { clock, decide, district, joined, lead, opened, piece, rules, take } from './sample-matter.ts';

const places = ['110101'];
const selection = { item: '0101-01', places, from: monday - 9, to: monday };
const done = (n: number, but: object = {}) => ({ ...piece(n, 0, 0), ...but });

describe('a piece of work on a matter', () => {
  it('goes on where the next begins, at once, and adds up what it came to', () => {
    const first = take(
      opened({ ticketIds: [], selection }),
      done(1, { next: 'p2', done: 2, skipped: 3 }),
      clock,
    );
    const second = take(
      first.state,
      done(1, { from: 'p2', next: 'p3', skipped: 1, refused: 4 }),
      clock,
      monday + 7,
    );

    expect(second.state.tasks).toMatchObject([{ cursor: 'p3', done: 2, skipped: 4, refused: 4 }]);
    expect(second.state.tasks[0]).not.toHaveProperty('ticketIds');
    expect(second.state).toMatchObject({ members: 2, workAt: monday + 7 });
    expect([second.lines, second.told]).toEqual([[], []]);
    expect(decide(second.state, done(1, { from: 'p2' }), clock)).toEqual({
      ok: false,
      error: { code: 'OUT_OF_TURN', reason: 'this piece of work was done already' },
    });
  });

  it('takes ticket ids off the list, and ends the task with the last of them', () => {
    const { state } = take(opened(), piece(1, 1, 2, { refused: 1 }), clock);

    const ended = take(state, piece(1, 1, 1), clock);

    expect(state.tasks).toMatchObject([{ ticketIds: ['c'] }]);
    expect(state.tasks[0]).not.toHaveProperty('cursor');
    expect(ended.state).toMatchObject({ tasks: [], members: 2, refused: 1, tasksAsked: 1 });
    expect(ended.state).not.toHaveProperty('workAt');
    expect(matterKind.workAt!(ended.state)).toBe(NEVER);
    expect(matterKind.workAt!(state)).toBe(monday + 1);
  });

  it('lets the next task begin at once', () => {
    const two = take(opened(), { type: 'tellProgress', text: '在修' }).state;

    const { state } = take(two, piece(1, 3, 3), clock, monday + 60);

    expect(two).toMatchObject({ workAt: monday, tasks: [{ n: 1 }, { n: 2 }] });
    expect(state).toMatchObject({ workAt: monday + 60, tasks: [{ n: 2, type: 'tell' }] });
  });

  it('that has no task to be of is no news', () => {
    expect(decide(joined(), piece(1, 1, 1), clock)).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
  });
});

describe('what a batch came to', () => {
  it('is told once to who asked for it and the lead, with the last of its tasks', () => {
    const named = opened({ selection });

    const one = take(named, piece(1, 2, 3, { refused: 1 }), clock);
    const both = take(one.state, done(2, { done: 4, refused: 2 }), clock, monday + 5);

    expect([one.lines, one.told]).toEqual([[], []]);
    expect(one.state.batches).toMatchObject([{ n: 1, joined: 2, refused: 1 }]);
    expect(both.lines).toEqual([
      { at: monday + 5, event: 'membersJoined', by: 'clock', rule: 'early.matter', unit: lead },
    ]);
    expect(both.told).toEqual(
      [district.unit, lead].map((to) => ({ at: monday + 5, to, event: 'membersJoined' })),
    );
    expect(both.state).toMatchObject({ members: 6, refused: 3, batches: [{ n: 1, joined: 6, refused: 3 }] });
  });

  it('is its own: another that waits is told of by itself', () => {
    const two = take(opened(), { type: 'addMembers', ticketIds: ['d'] }, district).state;

    const first = take(two, piece(1, 3, 3), clock);
    const second = take(first.state, piece(2, 1, 1), clock);

    expect(first.lines.map(({ event }) => event)).toEqual(['membersJoined']);
    expect(second.lines.map(({ event }) => event)).toEqual(['membersJoined']);
    expect(second.state.batches.map(({ joined: members }) => members)).toEqual([3, 1]);
  });

  it('is told though something else of that number waits: the first word', () => {
    const both = take(opened(), { type: 'tellProgress', text: '在修' }).state;

    expect(take(both, piece(1, 3, 3), clock).lines.map(({ event }) => event)).toEqual(['membersJoined']);
  });
});

describe('what a task came to', () => {
  it('of leaving is that the matter has fewer members', () => {
    const leaving = take(joined(), { type: 'removeMembers', ticketIds: ['a', 'b'] }, district).state;

    const { state, lines, told } = take(leaving, piece(2, 2, 2, { refused: 1 }), clock);

    expect(state).toMatchObject({ members: 1, refused: 0, tasks: [] });
    expect(lines).toMatchObject([{ event: 'membersLeft', by: 'clock', rule: 'early.matter', unit: lead }]);
    expect(told.map(({ to }) => to)).toEqual([district.unit, lead]);
  });

  it('of telling stands beside the word it was about', () => {
    const once = take(joined(), { type: 'tellProgress', text: '在修' }).state;
    const twice = take(once, { type: 'tellProgress', text: '将好' }).state;

    const { state, lines, told } = take(twice, done(2, { done: 2, skipped: 1, refused: 4 }), clock);

    expect(state.progress).toMatchObject([{ n: 1, done: 2, skipped: 1, refused: 4 }, { n: 2 }]);
    expect(state.progress[1]).not.toHaveProperty('done');
    expect(state.members).toBe(3);
    expect(lines).toMatchObject([{ event: 'allTold', rule: 'early.matter.progressEvery' }]);
    expect(told.map(({ to }) => to)).toEqual([lead]);
  });

  it.each([
    ['no more word is owed where all were answered', {}, undefined, false],
    ['word is still owed while one is not answered', { refused: 1 }, undefined, true],
    ['word is still owed where only some batches were answered', {}, [1], true],
  ])('of answering stands beside the answer, and %s', (_, came, batches, isOwed) => {
    const command = { type: 'answer', text: '已修复', ...(batches && { batches }) } as const;
    const asked = take(joined(), command).state;

    const { state, lines } = take(asked, done(2, { done: 3, ...came }), clock);

    expect(state.answers).toMatchObject([{ n: 1, done: 3, skipped: 0, refused: 0, ...came }]);
    expect(lines).toMatchObject([{ event: 'allAnswered', rule: 'early.matter' }]);
    expect('progressBy' in state).toBe(isOwed);
  });
});

describe('a matter that is to be closed', () => {
  const closing = () => take(joined(), { type: 'close' }, district).state;

  it('goes on while a ticket of it is open, and says how many are', () => {
    const { state, lines, told } = take(closing(), done(2, { refused: 2 }), clock);

    expect(state).toMatchObject({ status: 'atWork', openFound: 2 });
    expect(state).not.toHaveProperty('closedAt');
    expect(lines).toMatchObject([{ event: 'closingRefused', by: 'clock', unit: lead }]);
    expect(told.map(({ to }) => to)).toEqual([district.unit, lead]);
  });

  it('has closed where none is open: it owes nothing more, and keeps what it was', () => {
    const found = { ...closing(), openFound: 2 };

    const { state, lines } = take(found, done(2), clock, monday + 9);

    expect(state).toMatchObject({ status: 'closed', closedAt: monday + 9, members: 3, lead });
    for (const owed of ['planBy', 'progressBy', 'openFound', 'workAt'])
      expect(state).not.toHaveProperty(owed);
    expect(lines).toMatchObject([{ event: 'closed' }]);
    expect(matterKind.nextPromiseAt(state)).toBe(NEVER);
    expect(matterKind.nextPromiseAt({ ...state, planBy: monday })).toBe(NEVER);
    expect(matterKind.keep(state, monday * 2, rules, { entry: unheard, notice: unheard })).toBe(state);
  });
});

function unheard(): never {
  throw new Error('a closed matter says nothing');
}
