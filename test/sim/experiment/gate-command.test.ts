import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatePack } from '../../../sim/experiment/commands/gate-command.ts';
import { testLab } from './support/test-lab.ts';

const base = {
  schema: 'citywhistle/expectations@1',
  scenario: 'beijing-day',
  baseline: 'beijing-2019',
  replications: 3,
  days: 22,
};

async function gate(expectations: readonly object[], more: object = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'gate-')), 'expect.json');
  writeFileSync(file, JSON.stringify({ ...base, expectations, ...more }));
  const lab = testLab();
  const code = await gatePack(['beijing-2023', '--expect', file, '--workers', '1'], lab);
  return { code, said: lab.said, errors: lab.errors.join('\n') };
}

// The small city is on time in 0.5 + 0.04 a day of the general limit (7 days), give or take 0.025.
describe('gate', () => {
  it('exits 0 when every expectation is met', async () => {
    const { code, said } = await gate([
      { measure: 'onTimeShare', min: 0.7, max: 0.9 },
      { measure: 'onTimeShare', min: 0, max: 0, against: 'baseline' },
    ]);

    expect(code).toBe(0);
    expect(said.at(-1)).toContain('2 of 2 expectations met');
  });

  it('exits 1 and says which expectation failed, by how much and why it was wanted', async () => {
    const { code, said } = await gate([
      { measure: 'onTimeShare', min: 0.5 },
      { measure: 'onTimeShare', min: 0.95, confidence: 'mean', why: 'promised to the council' },
    ]);

    expect(code).toBe(1);
    const [met, failed] = said;
    expect(met).toMatch(/^ok {5}onTimeShare: 7\d\.\d\d %/);
    const [, mean, missed] =
      /^FAILED onTimeShare: (\S+) %.*missed by (\S+) %\. promised to the council$/.exec(failed ?? '')!;
    expect(Number(mean) + Number(missed)).toBeCloseTo(95, 1);
  });

  it('asks more of an interval than of a mean', async () => {
    const own = await gate([{ measure: 'onTimeShare', min: 0.5 }]);
    const mean = Number(/: (\S+) %/.exec(own.said[0]!)![1]) / 100;
    const bound = { measure: 'onTimeShare', min: mean - 0.0005 };

    const byMean = await gate([{ ...bound, confidence: 'mean' }]);
    const byInterval = await gate([{ ...bound, confidence: 'interval' }]);

    expect([byMean.code, byInterval.code]).toEqual([0, 1]);
  });

  it('fails an expectation about a measure that has no value', async () => {
    const { code, said } = await gate([{ measure: 'scoreSpread', max: 10 }]);

    expect(code).toBe(1);
    expect(said[0]).toContain('FAILED scoreSpread: no value in some replication');
  });

  it.each([
    [[{ measure: 'speed', min: 1 }], {}, /expectations\[0\]\.measure/],
    [[{ measure: 'onTimeShare' }], {}, /needs min, max or both/],
    [[{ measure: 'onTimeShare', min: 1, max: 0 }], {}, /min above max/],
    [[], {}, /expectations/],
    [
      [{ measure: 'onTimeShare', min: 0, against: 'baseline' }],
      { baseline: undefined },
      /baseline: is needed/,
    ],
    [[{ measure: 'onTimeShare', min: 0 }], { scenario: 'nowhere' }, /unknown scenario "nowhere"/],
    [[{ measure: 'onTimeShare', min: 0 }], { days: 3 }, /--days 3: the warm-up .* takes 21 days/],
  ])('exits 2 for %j with %j', async (expectations, more, reason) => {
    const { code, errors } = await gate(expectations, more);

    expect(code).toBe(2);
    expect(errors).toMatch(reason);
  });

  it('exits 2 without a file of expectations', async () => {
    const lab = testLab();

    expect(await gatePack(['beijing-2023'], lab)).toBe(2);
    expect(await gatePack(['beijing-2023', '--expect', '/no/such/file'], lab)).toBe(2);
    expect(lab.errors.join('\n')).toContain('/no/such/file cannot be read (ENOENT)');
  });
});
