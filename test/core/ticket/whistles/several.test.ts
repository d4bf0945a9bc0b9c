import { describe, expect, it } from 'vitest';
import { freeze, thaw } from '../../../../functions/core/record/freeze.ts';
import { keep } from '../../../../functions/core/ticket/command.ts';
import { hourMs, NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { city, street, Whistled } from './own-whistles.ts';

const team = `${street}-joint`;
const release = (one: Whistled, code: string, by = street) =>
  one.ask({ type: 'release', unit: one.unit(code) }, monday + hourMs, one.unit(by));

describe('a second whistle', () => {
  it('leaves the calls of the first, and what that has put on file, as they are', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water']);
    one.ask({ type: 'fileOutput', output: 'letter', whistle: keep }, monday, one.unit(street));

    one.blow('key-work', ['police', 'drugs']);

    const calls = one.ticket.summonses.map(({ whistle, unit }) => [whistle, one.codeOf(unit)]);
    expect(calls).toEqual([
      [1, 'water'],
      [2, 'police'],
      [2, 'drugs'],
    ]);
    expect(one.ticket.outputs.map(({ whistle }) => whistle)).toEqual([1]);
    expect(one.ticket.openSummonses).toBe(3);
  });

  it('does not let the last of the first leave before the outputs of that are on file', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water']);
    one.blow('key-work', ['police']);

    expect(release(one, 'water')).toMatchObject({ reason: 'outputs are missing: letter, lists' });
  });

  it('with the same team lets the members of the first stay until they are released themselves', () => {
    const one = new Whistled();
    one.blow('enforcement', [team]);
    one.work(team, monday);
    release(one, team);
    one.work('drugs', monday);
    one.blow('enforcement', [team]);
    one.work(team, monday);

    expect(release(one, team)).toBeUndefined();

    expect(one.stands('drugs')).toBe('done');
  });
});

describe('what a whistle has left on file', () => {
  const filed = () => {
    const one = new Whistled('service');
    one.blow('enforcement', ['drugs']);
    one.blow('key-work', ['water']);
    one.ask({ type: 'fileOutput', output: 'lists', whistle: keep }, monday, one.unit('water'));
    return one;
  };

  it('is kept by the keys of its own kind, and is the same when it is read back', () => {
    const one = filed();
    const state = freeze(one.ticket, city.rules);

    expect(state.outputs).toEqual([{ whistle: 2, output: 'lists', by: 'water', at: monday }]);
    expect(thaw(state, city.rules).outputs).toEqual(one.ticket.outputs);
  });

  it.each([
    [{ output: 'novel' }, 'know no output novel'],
    [{ by: 'gone' }, 'know no unit gone'],
  ])('cannot be read under rules that lack its codes: %j', (change, reason) => {
    const state = freeze(filed().ticket, city.rules);
    const outputs = state.outputs!.map((output) => ({ ...output, ...change }));

    expect(() => thaw({ ...state, outputs }, city.rules)).toThrow(reason);
  });
});

describe('a first whistle', () => {
  it('finds nothing on file, whatever was left in the row of its ticket', () => {
    const one = new Whistled('service');
    one.ticket.outputs = [{ whistle: 1, output: 0, by: 0, at: monday }];

    one.blow('key-work', ['water']);

    expect(one.ticket.outputs).toEqual([]);
  });

  it('makes calls of which nothing has been said yet', () => {
    const one = new Whistled();
    one.blow('enforcement', ['water']);

    const [kind, unit] = [city.rules.whistleByKey.get('enforcement')!, one.unit('water')];
    const { arriveBy } = one.ticket.summonses[0]!;
    const said = { late: false, missed: false, contested: false, arrivedAt: NEVER, endedAt: NEVER };
    const none = { team: -1, standsFor: -1, arrivedIn: -1, rating: -1, ratingBack: -1 };
    expect(one.ticket.summonses).toEqual([
      {
        ...{
          whistle: 1,
          kind,
          blower: one.unit(street),
          unit,
          status: 1,
          calledAt: monday,
          ...said,
          ...none,
        },
        ...{ arriveBy, dueBy: arriveBy },
      },
    ]);
    expect(arriveBy).toBeGreaterThan(monday + hourMs);
  });
});

describe('a team', () => {
  it('is called by one of its own members without that one', () => {
    const one = new Whistled('service');

    expect(one.blow('key-work', [team], { by: '110101-enforcement' })).toBeUndefined();

    const codes = one.ticket.summonses.map(({ unit }) => one.codeOf(unit));
    expect(codes).not.toContain('110101-enforcement');
    expect(codes).toContain('drugs');
  });

  it('named beside a member of it calls that one once, by itself', () => {
    const one = new Whistled();
    one.blow('enforcement', [team, 'drugs']);

    expect(one.ticket.summonses.filter(({ unit }) => unit === one.unit('drugs'))).toMatchObject([
      { team: -1 },
    ]);
  });
});
