import { describe, expect, it } from 'vitest';
import { sweepParameter } from '../../../sim/experiment/commands/sweep-command.ts';
import { testLab } from './support/test-lab.ts';

async function sweep(vary: string, ...args: readonly string[]) {
  const lab = testLab();
  const code = await sweepParameter(
    ['beijing-day', '--vary', vary, '--days', '22', '--replications', '3', '--workers', '1', ...args],
    lab,
  );
  return { code, rows: lab.said.slice(3), errors: lab.errors.join('\n') };
}

describe('sweep', () => {
  it('varies a rule of the pack over a range, on the same luck', async () => {
    const { code, rows } = await sweep('pack.tiers.general.limit=P5D..P9D/P2D');

    expect(code).toBe(0);
    expect(rows.map((row) => row.trim().split(/\s{2,}/)[0])).toEqual(['P5D', 'P7D', 'P9D']);
    expect(rows[1]).toContain('+8.00 %  ± 0.00 %');
    expect(rows[2]).toContain('+16.00 %  ± 0.00 %');
  });

  it('varies a value of the scenario over a list, found without the word scenario', async () => {
    const { code, rows } = await sweep('load.dispatchShare=0.41,0.5', '--measure', 'tickets');

    expect(code).toBe(0);
    expect(rows[1]).toMatch(/0\.5 .*\+90\.0/);
  });

  it.each([
    ['pack.no.such=1', /there is no pack.no.such/],
    ['reopen.limitShare=0.5,7', /--vary reopen.limitShare=7:\n.*reopen\.limitShare/],
    ['load.dispatchShare=2', /scenario beijing-day: load\.dispatchShare/],
    ['load.dispatchShare=0..1/0', /the step must be above 0/],
    ['load.dispatchShare=0..P1D/1', /three numbers or three lengths of time/],
    ['load.dispatchShare', /expected PATH=/],
  ])('refuses %s with exit code 2', async (vary, reason) => {
    const { code, errors } = await sweep(vary);

    expect(code).toBe(2);
    expect(errors).toMatch(reason);
  });
});
