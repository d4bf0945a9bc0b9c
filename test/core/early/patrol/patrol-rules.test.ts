import { describe, expect, it } from 'vitest';
import { compilePatrol, patrolProblems } from '../../../../functions/core/early/patrol/patrol-rules.ts';
import { type PatrolPolicy, patrolPolicy } from '../../../../functions/core/policy/patrol-policy.ts';
import { rules } from './sample-patrol.ts';

const says = <Value>(value: Value) => ({ value, assumption: 'test' });
const title = { zh: '巡', en: 'round' };
const daily = {
  title,
  period: says('day'),
  opensAfter: says('PT6H'),
  closesBefore: says('PT2H'),
  calendar: 'calendar-days',
};
const pack = (rhythm: object, kept: readonly string[] = ['daily']): PatrolPolicy =>
  patrolPolicy.parse({
    rhythms: { daily: { ...daily, ...rhythm } },
    roles: { chief: { title, rhythms: says(kept) } },
  });
const calendars = new Set(['calendar-days']);

describe('the patrols of a pack', () => {
  it('are refused with the path of what is wrong', () => {
    const problems = (rhythm: object, kept?: readonly string[]) =>
      patrolProblems(pack(rhythm, kept), calendars).map(({ path, reason }) => `${path}: ${reason}`);

    expect(problems({ calendar: 'moon' })).toEqual([
      'early.patrol.rhythms.daily.calendar: there is no calendar "moon"',
    ]);
    expect(problems({ opensAfter: says('PT22H') })).toEqual([
      'early.patrol.rhythms.daily: opensAfter and closesBefore leave no time in a day',
    ]);
    expect(problems({}, ['daily', 'hourly'])).toEqual([
      'early.patrol.roles.chief.rhythms: there is no rhythm "hourly"',
    ]);
    expect(patrolProblems(undefined, calendars)).toEqual([]);
  });

  it.each(['period', 'opensAfter', 'closesBefore'])(
    'stop a run that needs a value nobody knows: %s',
    (leaf) => {
      const unknown = pack({ [leaf]: { value: null, unknown: 'nobody published it' } });

      expect(() => compilePatrol(unknown, new Map())).toThrow(`early.patrol.rhythms.daily.${leaf}`);
      expect(patrolProblems(unknown, calendars)).toEqual([]);
    },
  );

  it('are not refused for a role whose rhythms nobody published; that stops the run that needs it', () => {
    const nobody = { value: null, unknown: 'nobody published it' };
    const whole = pack({});
    const unknown = { ...whole, roles: { chief: { ...whole.roles.chief!, rhythms: nobody } } };

    expect(patrolProblems(unknown, calendars)).toEqual([]);
    expect(() => compilePatrol(unknown, new Map())).toThrow('early.patrol.roles.chief.rhythms');
  });

  it('of Beijing in 2018 are those of street chiefs, stewards, grid workers and commissioners', () => {
    const { roles } = rules.early.patrol!;

    expect([...roles].map(([key, role]) => [key, role.rhythms.map((rhythm) => rhythm.key)])).toEqual([
      ['street-chief', ['daily', 'weekly', 'monthly']],
      ['lane-steward', ['daily']],
      ['grid-worker', ['daily']],
      ['community-commissioner', ['weekly']],
    ]);
  });
});
