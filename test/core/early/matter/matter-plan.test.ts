import { describe, expect, it } from 'vitest';
import { matterKind } from '../../../../functions/core/early/matter/matter-kind.ts';
import { openMatter } from '../../../../functions/core/early/matter/open-matter.ts';
import { dayMs, hourMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { heard } from '../support/heard.ts';
import { decide, district, lead, open, opened, rules, take } from './sample-matter.ts';

const step = (owner: string, by: number, title = '修复') => ({ title, owner, by });
const lay = (...steps: ReturnType<typeof step>[]) => ({ type: 'layPlan' as const, steps });
const soon = monday + dayMs;
const planned = () => take(opened(), lay(step(lead, soon + hourMs), step('ent-water', soon))).state;
const planWithin = 'early.matter.planWithin';

describe('a matter that is opened', () => {
  it('is written, and told to its lead, which owes a plan and word', () => {
    const { lines, told, out } = heard();

    const state = open({}, district, { lines, told, out });

    expect(lines).toEqual([
      { at: monday, event: 'opened', by: '110101', rule: 'early.matter', unit: lead },
      { at: monday, event: 'membersAdded', by: '110101', rule: 'early.matter' },
    ]);
    expect(told).toEqual([{ at: monday, to: lead, event: 'opened' }]);
    expect(state).toMatchObject({
      value: { planBy: monday + 2 * dayMs, progressBy: monday + 7 * dayMs, overdue: false },
    });
  });

  it('is of an item there is, under a pack that has matters', () => {
    const bare = { ...rules, early: { ...rules.early, matter: undefined } };
    const matter = { title: '同因', item: '0101-01', lead, ticketIds: ['a'] };

    expect(openMatter(matter, district, monday, bare, heard().out)).toEqual({
      ok: false,
      error: { code: 'NOT_IN_REMIT', rule: 'early.matter' },
    });
    expect(open({ item: 'x' })).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'itemCode', reason: 'the catalogue has no such item' },
    });
  });

  it('stands in the lists of matters, of its lead and of its opener', () => {
    const lists = ['matter', `matter/${lead}`, 'matter/110101'];

    expect(matterKind.keys(opened())).toEqual({
      ...{ status: 'atWork', open: true, owner: lead, overdue: false, item: '0101-01', lists },
      actBy: monday + 2 * dayMs,
    });
    expect(matterKind.keys({ ...opened(), status: 'closed' })).toEqual({
      ...{ status: 'closed', open: false, owner: lead, overdue: false, item: '0101-01', lists },
    });
    expect(matterKind.keys({ ...opened(), opener: lead }).lists).toEqual(['matter', `matter/${lead}`]);
  });

  it('is read by whoever opened it, though beside its lead, and by owners of steps alone', () => {
    const may = (state: Parameters<typeof matterKind.keys>[0], unit: string) =>
      matterKind.mayRead!(state, { unit }, rules);

    expect(may({ ...opened(), opener: 'police' }, 'police')).toBe(true);
    expect([may(planned(), 'ent-water'), may(planned(), 'ent-gas'), may(opened(), 'ent-water')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the plan of a matter', () => {
  it('is the lead’s; its opener and the owners of its steps are told, each once', () => {
    const { state, lines, told } = take(
      { ...opened(), overdue: true },
      lay(step(lead, soon), step('ent-water', soon), step('ent-water', soon)),
    );

    expect(state).toMatchObject({ plan: { at: monday + 1, by: lead }, overdue: false });
    expect(state).not.toHaveProperty('planBy');
    expect(lines).toEqual([{ at: monday + 1, event: 'planLaid', by: lead, rule: planWithin, unit: lead }]);
    expect(told.map(({ to, event }) => [to, event])).toEqual([
      ['110101', 'planLaid'],
      ['ent-water', 'planLaid'],
    ]);
    expect(decide(opened(), lay(step(lead, soon)), district)).toEqual({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
  });

  it('is changed by laying another, and each of its dates lies ahead', () => {
    expect(take(planned(), lay(step(lead, soon))).lines).toMatchObject([{ event: 'planChanged' }]);
    expect(decide(opened(), lay(step(lead, soon), step(lead, monday)))).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'steps.1.by', reason: 'the date of a step lies ahead' },
    });
  });

  it('has a step done by its owner, which the lead is told, or by the lead', () => {
    const finish = { type: 'finishStep', step: 2 } as const;
    const owners = take(planned(), finish, { unit: 'ent-water' });
    const leads = take(planned(), finish);

    expect(owners.state.plan?.steps.map(({ doneAt }) => doneAt)).toEqual([undefined, monday + 1]);
    expect(owners.lines).toEqual([
      { at: monday + 1, event: 'stepDone', by: 'ent-water', rule: planWithin, unit: 'ent-water' },
    ]);
    expect(owners.told).toEqual([{ at: monday + 1, to: lead, event: 'stepDone' }]);
    expect(leads.told).toEqual([]);
    expect(decide(planned(), finish, district)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(decide(planned(), { ...finish, step: 1 }, { unit: 'ent-water' })).toEqual({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    expect(decide(owners.state, finish)).toEqual({
      ok: false,
      error: { code: 'OUT_OF_TURN', reason: 'the step is done already' },
    });
    expect(decide(planned(), { ...finish, step: 3 })).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'step', reason: 'the plan has no such step' },
    });
  });
});

describe('a limit of a matter that has passed', () => {
  const late = (state: Parameters<typeof matterKind.keep>[0], now: number) => {
    const { lines, told, out } = heard();
    return { lines, told, state: matterKind.keep(state, now, rules, out) };
  };

  it('is, of its plan, told to lead and opener, and then owed no more by time', () => {
    const planBy = monday + 2 * dayMs;
    const { lines, told, state } = late(opened(), planBy + 1);

    expect(lines).toEqual([{ at: planBy, event: 'planOverdue', by: 'clock', rule: planWithin, unit: lead }]);
    expect(told).toEqual([lead, '110101'].map((to) => ({ at: planBy, to, event: 'planOverdue' })));
    expect(state).not.toHaveProperty('planBy');
    expect(state.overdue).toBe(true);
  });

  it('is, of its steps, each written on that step alone, the earliest first', () => {
    const { lines, state } = late(planned(), soon + hourMs + 1);

    expect(lines.map(({ at, unit }) => [at, unit])).toEqual([
      [soon, 'ent-water'],
      [soon + hourMs, lead],
    ]);
    expect(late(planned(), soon + 1).state).toMatchObject({
      plan: { by: lead, steps: [{ owner: lead }, { owner: 'ent-water', lateAt: soon }] },
      overdue: true,
    });
    expect(late(planned(), soon + 1).state.plan?.steps[0]).not.toHaveProperty('lateAt');
    expect(state.plan?.steps.map(({ lateAt }) => lateAt)).toEqual([soon + hourMs, soon]);
  });
});
