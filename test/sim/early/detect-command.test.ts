import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { detectFile } from '../../../sim/early/detect/detect-command.ts';
import { testLab } from '../experiment/support/test-lab.ts';
import { written } from '../fit/support/written.ts';
import { type Planted, windowFile } from './support/window-file.ts';

async function detected(planted: readonly Planted[], ...args: string[]) {
  const lab = testLab();
  const out = mkdtempSync(join(tmpdir(), 'detect-'));
  const code = await detectFile([windowFile(6, planted), '--mapping', 'nyc311', '--out', out, ...args], lab);
  const table = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(out, name), 'utf8'), { bom: true, columns: true });
  return {
    code,
    said: lab.said,
    rates: table('rates.csv'),
    alarms: table('alarms.csv'),
    surges: table('surges.csv'),
  };
}

/** Share of the seeded surges of this name that a method told of. */
const told = (surges: readonly Record<string, string>[], name: string, method: string): number => {
  const own = surges.filter(({ surge }) => surge!.startsWith(name));
  return own.filter(({ [method]: delay }) => delay !== '').length / own.length;
};

describe('detect', () => {
  it('keeps the stated rate in a city where nothing is wrong, and finds what is seeded', async () => {
    const { code, rates, surges, said } = await detected([], '--trials', '10', '--false-alarms', '1');

    expect(code).toBe(0);
    expect(Number(rates[0]!.drawn)).toBeLessThanOrEqual(1);
    expect(Number(rates[0]!.real)).toBe(0);
    expect(said.join('\n')).toContain('kept in the held-out windows, true matters included');
    expect(told(surges, 'burst: 30', 'watch')).toBeGreaterThan(0.85);
    expect(told(surges, 'burst: 5', 'watch')).toBeLessThan(0.2);
    expect(told(surges, 'storm: x8', 'watch')).toBeGreaterThan(told(surges, 'storm: x2', 'watch'));
    const delays = surges
      .filter(({ surge, watch }) => surge!.startsWith('shop closing: 1700') && watch !== '')
      .map(({ watch }) => Number(watch));
    expect(delays.length).toBeGreaterThan(50);
    expect(Math.max(...delays)).toBeLessThan(6);
    expect(Math.min(...delays)).toBeGreaterThan(0);
  });

  it('tells of a surge that is in the file, where and when it was, and what it rests on', async () => {
    const planted = [14, 15].map((hour) => ({
      window: 3,
      hour,
      item: 'Trees',
      place: '202',
      count: 25,
      isOneSpot: true,
    }));

    const { alarms, said } = await detected(planted, '--trials', '1', '--draws', '1');

    const own = alarms.find(({ kind }) => kind === 'place');
    expect(own).toMatchObject({ item: 'A / Trees', area: '202', raised: '2026-04-25 15:00' });
    expect(Number(own!.requests)).toBeGreaterThanOrEqual(20);
    expect(alarms.every(({ item }) => item === 'A / Trees')).toBe(true);
    expect(said.join('\n')).toMatch(/NOT kept in the held-out windows.* 100 % rest on one spot/);
  });

  it('gives the same result for the same seed and other luck for another', async () => {
    const [first, again, other] = [
      await detected([], '--trials', '2', '--draws', '1', '--seed', '4'),
      await detected([], '--trials', '2', '--draws', '1', '--seed', '4'),
      await detected([], '--trials', '2', '--draws', '1', '--seed', '5'),
    ];

    expect(again.surges).toEqual(first.surges);
    expect(other.surges).not.toEqual(first.surges);
  });

  it.each([
    [['--mapping', 'nyc311', '--false-alarms', '0'], /--false-alarms "0": expected a whole number from 1/],
    [['--mapping', 'nyc311'], /has 3 windows of 6 hours or more; watching needs 4/],
    [['--mapping', 'paris'], /no mapping "paris"/],
    [['--mapping', 'nyc311', '--pack', 'atlantis'], /--pack atlantis: /],
    [[], /--mapping: expected/],
  ])('refuses %j with exit code 2', async (args, reason) => {
    const lab = testLab();

    expect(await detectFile([windowFile(3), ...args], lab)).toBe(2);
    expect(lab.errors.join('\n')).toMatch(reason);
  });

  it('refuses a file without a request', async () => {
    const lab = testLab();
    const file = written('none.csv', 'created_date,agency,complaint_type\n');

    expect(await detectFile([file, '--mapping', 'nyc311'], lab)).toBe(2);
    expect(lab.errors).toEqual([`${file}: has no request with an opening time`]);
  });
});
