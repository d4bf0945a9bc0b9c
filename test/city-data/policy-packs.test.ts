import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { policiesFolder } from '../../sim/city-data/city-folders.ts';
import { freshFolder, run } from './run-in.ts';

const { folder, write } = freshFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = (pack: string) => join(policiesFolder, `${pack}.json`);
const overlay = (id: string, content: object) =>
  write(`${id}.json`, {
    extends: 'cn-base',
    schema: 'citywhistle/policy@1',
    id,
    title: { zh: '试', en: 'Trial' },
    validFrom: '2026-01-01',
    basis: ['a trial'],
    ...content,
  });
write('cn-base.json', readFileSync(shipped('cn-base'), 'utf8'));

describe('city check of a policy pack', () => {
  it('passes every shipped pack, laid on its base', () => {
    const packs = readdirSync(policiesFolder).map((file) => join(policiesFolder, file));

    const { code, out, error } = run('check', ...packs);

    expect([code, error]).toEqual([0, []]);
    expect(out).toHaveLength(packs.length);
    expect(packs.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['beijing-2019', 'beijing'],
    ['beijing-2023', 'beijing'],
    ['baltimore', 'baltimore'],
  ])('compiles %s with %s', (pack, city) => {
    const { code, out } = run('check', shipped(pack), '--city', city);

    expect(code).toBe(0);
    expect(out[0]).toContain(`compiled with ${city}: no problems`);
  });

  it.each<[string, object, string]>([
    [
      'a length that is none',
      { intake: { lateMax: { value: '2 hours', basis: 'x' } } },
      'intake.lateMax.value: "2 hours" is not a duration such as PT2H, P7D or P1DT12H',
    ],
    [
      'a look that is taken again at once, for ever',
      { escalation: { reviewEvery: { value: 'PT0S', basis: 'x' } } },
      'escalation.reviewEvery.value: must be longer than nothing',
    ],
    [
      'a season that begins on a day that no year has',
      { early: { warning: { seasons: { heating: { startsOn: { value: '02-30', basis: 'x' } } } } } },
      'early.warning.seasons.heating.startsOn.value: a day that every year has, such as 11-15',
    ],
    [
      'a value without its reason',
      { dispatch: { routing: { value: 'catalogue' } } },
      'dispatch.routing: basis: Invalid input: expected string, received undefined; or assumption: Invalid input: expected string, received undefined',
    ],
    [
      'a value that is none of those known',
      { dispatch: { routing: { value: 'nowhere', basis: 'x' } } },
      'dispatch.routing.value: Invalid option: expected one of "subdistrict"|"catalogue"',
    ],
    ['a key nobody knows', { colour: 'red' }, '(file): Unrecognized key: "colour"'],
    ['a part taken away', { intake: null }, 'intake: is taken away (null), but every pack needs it'],
    [
      'a base that is not there',
      { extends: 'atlantis' },
      'extends: there is no policy pack "atlantis"; known: broken',
    ],
    ['itself as its base', { extends: 'broken' }, 'extends: more than 8 overlays: do they form a circle?'],
    [
      'another name than its file',
      { id: 'other' },
      'id: is "other", but the file is broken.json: packs are found by the name of their file',
    ],
  ])('refuses %s, with file, path and reason', (_, content, problem) => {
    const path = overlay('broken', content);

    expect(run('check', path)).toEqual({ code: 1, out: [], error: [`${path}: ${problem}`] });
  });

  it('says so where the broken value stands in a base', () => {
    const base = overlay('base', { reopen: { timesMax: { value: -1, basis: 'x' } } });
    const pack = overlay('upon', { extends: 'base' });

    const { code, error } = run('check', pack, base);

    expect(code).toBe(1);
    expect(error[0]).toBe(
      `${pack}: reopen.timesMax.value: Too small: expected number to be >=0 (in base.json, which it extends)`,
    );
    expect(error[1]).toBe(`${base}: reopen.timesMax.value: Too small: expected number to be >=0`);
  });

  it('finds a shipped base where none lies beside the pack', () => {
    const path = overlay('candidate', { extends: 'beijing-2019' });

    const { code, out, error } = run('check', path, '--city', 'beijing');

    expect([code, error]).toEqual([0, []]);
    expect(out[0]).toContain('compiled with beijing: no problems');
  });

  it('names a base that is not JSON', () => {
    write('spoilt.json', '{');
    const path = overlay('on-spoilt', { extends: 'spoilt' });

    expect(run('check', path)).toMatchObject({
      code: 1,
      error: [expect.stringContaining(`${path}: extends: spoilt.json is not JSON`)],
    });
  });

  it('names what the city needs and the pack lacks', () => {
    const classless = overlay('classless', { dispatch: { limits: { basics: null } } });
    const steps = overlay('steps', {
      escalation: { rungs: { value: [{ key: 'warn', share: 0.5, to: 'lead' }], assumption: 'x' } },
    });

    expect(run('check', classless).code).toBe(0);
    expect(run('check', classless, '--city', 'beijing').error[0]).toMatch(
      /classless\.json: groups\[\d+\].*\.dispatchClass: dispatch\.limits has no "basics" \(in .*beijing.catalogue\.json\)/,
    );
    expect(run('check', steps, '--city', 'beijing')).toMatchObject({
      code: 1,
      error: [`${steps}: escalation.rungs: no rung stands at share 1, the deadline`],
    });
    expect(run('check', shipped('beijing-2023'), '--city', 'baltimore').error.at(-1)).toMatch(
      /and \d+ more problems/,
    );
  });

  it('lets a marked null pass with a note, and stops a run that needs it', () => {
    const path = overlay('gap', { score: { month: { baseMin: { value: null, unknown: 'not public' } } } });

    const alone = run('check', path);
    const withCity = run('check', path, '--city', 'beijing');

    expect(alone.code).toBe(0);
    expect(alone.out.join('\n')).toContain('note: score.month.baseMin has no value: not public');
    expect([withCity.code, withCity.error[0]]).toEqual([
      1,
      expect.stringContaining(
        `${path}: score.month.baseMin: the policy pack has no value for score.month.baseMin`,
      ),
    ]);
  });

  it('exits with 2 on a city it does not know and on an option it does not know', () => {
    expect(run('check', shipped('baltimore'), '--city', 'atlantis')).toEqual({
      code: 2,
      out: [],
      error: [expect.stringContaining('--city atlantis: there is no such city; shipped: baltimore, beijing')],
    });
    expect(run('check', '--town', 'x').code).toBe(2);
  });
});

describe('city assumptions', () => {
  it('lists each assumption with the value as written and the pack it stands in', () => {
    const path = overlay('few', {
      callback: { delay: { value: 'P1D', assumption: 'a day to look at it' } },
      score: { month: { baseMin: { value: null, unknown: 'not public' } } },
    });

    const { code, out } = run('assumptions', path);

    expect(code).toBe(0);
    expect(out[0]).toMatch(/^few: \d+ assumptions, 1 missing$/);
    expect(out).toContain('  callback.delay = "P1D": a day to look at it');
    expect(out).toContain('  score.month.baseMin: missing: not public');
    expect(out).toContain('  callback.attemptsMax = 3 [cn-base]: no number of attempts was found');
    expect(out).toHaveLength(1 + Number(/: (\d+)/.exec(out[0]!)![1]) + 1);
  });

  it('takes a shipped pack by its name, and counts what the city rests on', () => {
    const { code, out } = run('assumptions', 'beijing-2023', '--city', 'beijing');

    expect(code).toBe(0);
    expect(out.find((line) => line.startsWith('beijing directory:'))).toMatch(
      /2249 rows, \d+ on a basis, \d+ on an assumption, 1796 placeholders/,
    );
    expect(out.find((line) => line.startsWith('beijing catalogue:'))).toMatch(/213 rows/);
    expect(out).toContain('beijing duties: 111 rows, 0 on a basis, 111 on an assumption, 0 placeholders');
  });

  it('exits with 2 on a pack that is not there and without one, with 1 on a broken one', () => {
    expect(run('assumptions', 'atlantis')).toMatchObject({
      code: 2,
      error: [expect.stringContaining('atlantis')],
    });
    expect(run('assumptions').code).toBe(2);
    expect(run('assumptions', overlay('worse', { intake: null }))).toMatchObject({
      code: 1,
      error: [expect.stringContaining('worse.json: intake: ')],
    });
  });
});
