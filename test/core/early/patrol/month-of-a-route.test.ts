import { describe, expect, it } from 'vitest';
import { openMonth } from '../../../../functions/core/early/patrol/open-month.ts';
import { patrolCommand } from '../../../../functions/core/early/patrol/patrol-command.ts';
import { patrolKind } from '../../../../functions/core/early/patrol/patrol-kind.ts';
import { patrolState } from '../../../../functions/core/early/patrol/patrol-state.ts';
import { heard } from '../support/heard.ts';
import { askOnly, august, eightOnThe2nd, refusal, rules, take } from './sample-patrol.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const onThe1stOfSeptember = at('2018-09-01T00:00:00');
const patrol = rules.early.patrol!;
const daily = { rhythm: 'daily', period: '2018-08-02' };

describe('a month of a route', () => {
  it('is known by its month, and its rounds by theirs, in the order of their limits', () => {
    const { month, rounds } = august();
    const limits = rounds.map(({ dueBy, opensAt }) => [dueBy, -opensAt]);

    expect(month).toBe('2018-08');
    expect(rounds.find(({ rhythm }) => rhythm === 'monthly')?.period).toBe('2018-08');
    expect(limits).toEqual(limits.toSorted((a, b) => a[0]! - b[0]! || b[1]! - a[1]!));
    expect(patrolState.parse(august())).toEqual(august());
  });

  it('puts of two rounds with one limit the one first that opens first', () => {
    const rhythms = ['day', 'week'].map((period) => {
      const rhythm = patrol.rhythms.get('daily')!;
      return { ...rhythm, key: period, period: period as 'day' | 'week', closesBeforeMs: 0 };
    });
    const role = { ...patrol.roles.get('street-chief')!, rhythms };
    const { rounds } = openMonth(
      august().route,
      at('2018-08-09T00:00:00'),
      { ...patrol, roles: new Map([['street-chief', role]]) },
      rules.utcOffsetMs,
    );

    const endOfWeek = rounds.filter(({ dueBy }) => dueBy === at('2018-08-13T00:00:00'));
    expect(endOfWeek.map(({ period }) => period)).toEqual(['2018-W32', '2018-08-12']);
  });

  it('owes nothing of a role the pack has no more, and opens the next month still', () => {
    const { rounds, nextAt } = august({ role: 'pavement-inspector' });

    expect([rounds, nextAt]).toEqual([[], onThe1stOfSeptember]);
    expect(patrolKind.keys(august({ role: 'pavement-inspector' }))).toMatchObject({
      status: 'walking',
      open: true,
    });
  });

  it('stands in the lists of its unit, subdistrict and district, due by its next limit', () => {
    const own = august({ owner: 'daanshan' });

    expect(patrolKind.keys(august())).toEqual({
      ...{ status: 'walking', open: true, owner: 'village', actBy: at('2018-08-01T22:00:00') },
      lists: ['patrol/village/2018-08', 'patrol/daanshan/2018-08', 'patrol/fangshan/2018-08'],
    });
    expect(patrolKind.keys(own).lists).toEqual(['patrol/daanshan/2018-08', 'patrol/fangshan/2018-08']);
    expect(patrolKind.keys(take(august(), { type: 'retire' }))).not.toHaveProperty('actBy');
  });

  it('stays as it is while no limit has passed, and writes what was missed under its rhythm', () => {
    const limit = at('2018-08-01T22:00:00');
    const { lines, told, out } = heard();
    const state = august();

    expect(patrolKind.keep(state, limit, rules, heard().out)).toBe(state);
    patrolKind.keep(state, limit + 1, rules, out);
    const rule = 'early.patrol.rhythms.daily';
    expect(lines).toEqual([{ at: limit, event: 'roundMissed', by: 'clock', rule, unit: 'village' }]);
    expect(told).toEqual([{ at: limit, to: 'daanshan', event: 'roundMissed' }]);
  });

  it('is read by whoever walks it and is over them', () => {
    const may = (unit: string) => patrolKind.mayRead!(august(), { unit }, rules);

    expect(['village', 'daanshan', 'fangshan', 'hotline'].map(may)).toEqual([true, true, true, true]);
    expect(['grid-2', 'police'].map(may)).toEqual([false, false]);
  });
});

describe('a round', () => {
  const made = (round: object = {}) => ({ type: 'recordRound' as const, stops: [0], ...daily, ...round });
  const finding = { type: 'linkFinding', ticketId: 't-1', ...daily } as const;

  it('says why it cannot be made', () => {
    const opensAt = at('2018-08-02T06:00:00');
    const done = take(august(), made(), 'village');

    expect(refusal(august(), made(), 'village', opensAt)).toBe('accepted');
    expect(refusal(august(), made(), 'village', opensAt - 1)).toMatchObject({
      reason: 'this round may not be made yet',
    });
    expect(refusal(august(), made(), 'village', at('2018-08-02T22:00:01'))).toMatchObject({
      reason: 'the time of this round is over',
    });
    expect(refusal(done, made(), 'village')).toMatchObject({ reason: 'this round is done already' });
    expect(refusal(august(), made({ stops: [3] }), 'village')).toMatchObject({
      reason: 'the route has 3 stops, numbered from 0',
    });
    expect(refusal(take(august(), { type: 'retire' }), made(), 'village')).toMatchObject({
      reason: 'the route was given up',
    });
  });

  it('takes a finding from whoever walks the route, in its time alone, and writes so', () => {
    const { lines, told } = askOnly(august(), finding, 'village');

    expect(lines).toEqual([
      {
        ...{ at: eightOnThe2nd, event: 'findingLinked', by: 'village' },
        ...{ rule: 'early.patrol.rhythms.daily', unit: 'village' },
      },
    ]);
    expect(told).toEqual([]);
    expect(refusal(august(), finding, 'grid-2')).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(august(), { ...finding, rhythm: 'hourly' }, 'village')).toMatchObject({ field: 'rhythm' });
  });

  it.each([
    ['2018-08-02', true],
    ['2018-W31', true],
    ['2018-08', true],
    ['2018-02-30', false],
    ['2018-W54', false],
    ['yesterday', false],
  ])('is of a day, week or month there is: %s (%s)', (period, is) => {
    expect(patrolCommand.safeParse(made({ period })).success).toBe(is);
  });
});
