import { describe, expect, it } from 'vitest';
import { keep } from '../../../../functions/core/ticket/command.ts';
import { hourMs, minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { district, street, Whistled } from './own-whistles.ts';

const team = `${street}-joint`;
const residents = [
  '110101-enforcement',
  `${street}-police`,
  '110101-emergency',
  '110101-transport',
  `${street}-market`,
  'drugs',
];
const release = (one: Whistled, code: string, by = street) =>
  one.ask({ type: 'release', unit: one.unit(code) }, monday + hourMs, one.unit(by));

describe('a release', () => {
  it('is for those the kind names, and refused to all others', () => {
    const blowers = new Whistled();
    blowers.blow('emergency', ['water', 'police']);
    blowers.work('water', monday);
    const others = new Whistled();
    others.blow('enforcement', ['water'], {});
    others.work('water', monday);

    expect(release(blowers, 'water', district)).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'whistleKinds.emergency.release',
      field: 'unitCode',
    });
    expect(release(blowers, 'water', 'police')).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(blowers, 'water')).toBeUndefined();
    expect(release(others, 'water', '110101001')).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(others, 'water', district)).toBeUndefined();
    expect(others.told('released')).toEqual(['water', street]);
  });

  it('waits for the task where all tasks must be done, and not where the releaser decides', () => {
    const one = new Whistled();
    one.blow('emergency', ['water', 'police']);
    const project = new Whistled('project');
    project.blow('key-work', ['water', 'police']);

    expect(release(one, 'water')).toMatchObject({
      reason: 'its task is not done: nobody leaves before it is',
    });
    expect(release(project, 'water')).toBeUndefined();
  });
});

describe('a whistle with outputs', () => {
  const file = (one: Whistled, output: string, by = street, whistle = keep) =>
    one.ask({ type: 'fileOutput', output, whistle }, monday, one.unit(by));

  it('keeps its last unit until everything is on file, each so often and no more', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water', 'police']);
    expect(release(one, 'police')).toBeUndefined();

    expect(release(one, 'water')).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'outputs are missing: letter, lists',
    });
    expect(file(one, 'letter')).toBeUndefined();
    expect(file(one, 'letter')).toEqual({ code: 'ALREADY_DONE', what: 'outputFiled' });
    for (let n = 0; n < 5; n += 1) {
      expect(release(one, 'water')).toMatchObject({ reason: 'outputs are missing: lists' });
      expect(file(one, 'lists', n % 2 === 0 ? 'water' : street)).toBeUndefined();
    }
    expect(release(one, 'water')).toBeUndefined();
    expect(file(one, 'lists')).toMatchObject({ code: 'INVALID', field: 'output' });
  });

  it('takes them from who leads, blew or was called, for the whistle named', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water']);
    one.blow('key-work', ['police']);

    expect(file(one, 'letter', 'police', 1)).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(file(one, 'letter', 'police', 2)).toBeUndefined();
    expect(file(one, 'letter', 'water', 1)).toBeUndefined();
    expect(one.ticket.outputs.map(({ whistle }) => whistle)).toEqual([2, 1]);
    expect(file(one, 'novel')).toMatchObject({ field: 'output' });
  });

  it('is no hold-up for a supervisor who gives the last call up', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water']);

    const failed = one.ask({ type: 'failSummons', unit: one.unit('water') }, monday, one.unit(district));

    expect(failed).toBeUndefined();
  });
});

describe('a team', () => {
  it('comes with its resident members at once, and with those on call when asked', () => {
    const plain = new Whistled();
    plain.blow('enforcement', [team]);
    const whole = new Whistled();
    whole.blow('enforcement', [team], { onCall: true });
    const codes = (one: Whistled) =>
      one.ticket.summonses.map(({ unit }) => one.codeOf(unit)).filter((code) => code !== team);

    expect(codes(plain).toSorted()).toEqual(residents.toSorted());
    expect(codes(whole)).toHaveLength(residents.length + 4);
    expect(new Set(whole.ticket.summonses.map(({ arriveBy }) => arriveBy)).size).toBe(1);
    expect(plain.summonsOf('drugs').team).toBe(plain.unit(team));
    expect(plain.summonsOf(team).team).toBe(-1);
  });

  it('calls nobody twice who is there already', () => {
    const one = new Whistled();
    one.blow('enforcement', ['drugs', 'water']);

    expect(one.blow('enforcement', [team])).toBeUndefined();

    expect(one.ticket.summonses.filter(({ unit }) => unit === one.unit('drugs'))).toHaveLength(1);
  });

  it('is released with every member whose task is done', () => {
    const one = new Whistled();
    one.blow('enforcement', [team, 'water']);
    for (const code of [team, ...residents.slice(1), 'water']) one.work(code, monday + minuteMs);

    expect(release(one, team)).toBeUndefined();

    expect(residents.slice(1).map((code) => one.stands(code))).toEqual(Array(5).fill('released'));
    expect(one.stands(residents[0]!)).toBe('called');
    expect(one.stands('water')).toBe('done');
    expect(one.ticket.openSummonses).toBe(2);
  });
});

describe('a whistle for 23 bodies', () => {
  it('calls them all at once, and the ticket can be answered when the last is gone', () => {
    const one = new Whistled();
    one.ask({ type: 'sign' }, monday);
    const bodies = one.codesOfKind('department', 'enterprise').slice(0, 23);

    one.blow('enforcement', bodies);

    expect(one.told('whistleBlown')).toEqual(bodies);
    expect(one.ticket.openSummonses).toBe(23);
    for (const code of bodies) {
      expect(one.ask({ type: 'answer' }, monday + hourMs)).toMatchObject({ code: 'SUMMONS_OPEN' });
      one.work(code, monday + hourMs);
      expect(release(one, code)).toBeUndefined();
    }
    expect(one.ask({ type: 'answer' }, monday + hourMs)).toBeUndefined();
  });
});
