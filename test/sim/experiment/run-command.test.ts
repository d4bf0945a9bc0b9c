import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../sim/experiment/commands/run-command.ts';
import { chooseVariant } from '../../../sim/experiment/setup/choose-variant.ts';
import { compileVariant } from '../../../sim/experiment/setup/variant.ts';
import { untilHalfWidth } from '../../../sim/stats/until-half-width.ts';
import { smallRun } from './support/small-city.ts';
import { testLab } from './support/test-lab.ts';

const short = ['beijing-day', '--days', '22', '--pack', 'beijing-2023', '--workers', '1'];

describe('run', () => {
  it('gives the same result for one worker and for three', async () => {
    const outcomes = await Promise.all(
      ['1', '2'].map(async (workers) => {
        const lab = testLab();
        const out = mkdtempSync(join(tmpdir(), 'run-'));
        const code = await runScenario(
          [...short, '--replications', '5', '--workers', workers, '--out', out],
          lab,
        );
        const file = (name: string) => readFileSync(join(out, name), 'utf8');
        return { code, shown: lab.said.filter((line) => !line.startsWith('written')), file, out };
      }),
    );

    const [one, three] = outcomes;
    expect(one!.code).toBe(0);
    expect(three!.shown).toEqual(one!.shown);
    for (const name of readdirSync(one!.out)) expect(three!.file(name)).toBe(one!.file(name));
    expect(one!.shown.join('\n')).toMatch(/digest [0-9a-f]{16} of replications 0-4/);
  });

  it('writes a page, the whole result and tables that a spreadsheet reads', async () => {
    const out = mkdtempSync(join(tmpdir(), 'run-'));

    await runScenario([...short, '--out', out, '--lang', 'zh'], testLab());

    expect(readdirSync(out).sort()).toEqual([
      'assumptions.csv',
      'boards.csv',
      'daily.csv',
      'measures.csv',
      'page.html',
      'replications.csv',
      'result.json',
      'units.csv',
    ]);
    expect(readFileSync(join(out, 'measures.csv'), 'utf8')).toMatch(
      /^\uFEFFname,zh,en,unit,[^\n]*\n[^\n]*来电来件/,
    );
    const { report } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
    expect(report.command).toBe('npm run sim -- run beijing-day --days 22 --pack beijing-2023');
    const tickets = report.measures.find(({ name }: { name: string }) => name === 'tickets');
    expect(Math.abs(tickets.figure.mean - 415)).toBeLessThan(5);
  });

  it('takes another warm-up than the scenario has, down to none', async () => {
    const out = mkdtempSync(join(tmpdir(), 'run-'));
    const cold = ['beijing-day', '--days', '1', '--warm-up', '0', '--replications', '2'];

    const code = await runScenario([...cold, '--out', out], testLab());

    expect(code).toBe(0);
    const { report } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
    expect(report).toMatchObject({ subject: { days: 1, warmUpDays: 0 } });
    expect(report.command).toBe(`npm run sim -- run ${cold.join(' ')}`);
    const lab = testLab();
    expect(await runScenario(['beijing-day', '--days', '2', '--warm-up', '2'], lab)).toBe(2);
    expect(lab.errors).toContain('--days 2: the warm-up of beijing-day alone takes 2 days');
  });

  it('keeps the run where a ticket it is asked for does not exist, and says so at the end', async () => {
    const lab = testLab();
    const out = mkdtempSync(join(tmpdir(), 'run-'));
    const asked = ['--tickets', '1,99999999', '--out', out];

    const code = await runScenario(['panlong', '--days', '22', '--replications', '2', ...asked], lab);

    expect(code).toBe(1);
    expect(lab.errors.at(-1)).toBe('--tickets: there is no ticket 99999999: the run has fewer');
    expect(lab.said.join('\n')).toMatch(/digest [0-9a-f]{16} of replications 0-1/);
    const { report } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
    expect(report.tickets).toHaveLength(1);
  });

  it('leaves out a measure that some replication has no value for', async () => {
    const lab = testLab();

    await runScenario(short, lab);

    expect(lab.said.join('\n')).toContain('On time, of ended and overdue');
    expect(lab.said.join('\n')).not.toContain('Spread of scores');
  });

  it('stops at the replication at which the half-width is reached, however many workers there are', async () => {
    const digests = await Promise.all(
      ['1', '2'].map(async (workers) => {
        const lab = testLab();
        await runScenario([...short, '--until-halfwidth', 'tickets=0.5', '--workers', workers], lab);
        return lab.said.find((line) => line.startsWith('digest'));
      }),
    );

    const variant = chooseVariant({ scenario: 'beijing-day', pack: 'beijing-2023', seed: 1, days: 22 });
    const compiled = variant.ok ? compileVariant(variant.value) : variant;
    if (!compiled.ok) throw new Error(compiled.error.join('\n'));
    const { samples } = untilHalfWidth(
      { halfWidth: 0.5, replicationsMin: 5, replicationsMax: 200 },
      (replication) => smallRun({ ...compiled.value, replication }).measures.tickets,
    );
    expect(samples.length).toBeGreaterThan(5);
    expect(digests[0]).toMatch(new RegExp(`of replications 0-${samples.length - 1}$`));
    expect(digests[1]).toBe(digests[0]);
  });

  it('says when the precision is not reached', async () => {
    const lab = testLab();

    await runScenario([...short, '--until-halfwidth', 'tickets=0.0001', '--replications-max', '6'], lab);

    expect(lab.errors).toContain('tickets=0.0001 is not reached in 6 replications');
  });

  it.each([
    [['no-such'], /unknown scenario "no-such"; known: .*beijing-day/],
    [['beijing-day', '--pack', 'no-such'], /unknown pack "no-such"; known: .*beijing-2023/],
    [['beijing-day', '--seed', '1.5'], /--seed "1.5": expected a whole number/],
    [['beijing-day', '--until-halfwidth', 'nothing=1'], /unknown measure "nothing"; known: .*onTimeShare/],
    [['beijing-day', '--until-halfwidth', 'tickets'], /expected tickets=NUMBER/],
    [['beijing-day', '--wrong'], /Unknown option '--wrong'/],
    [['beijing-day', '--out', '/dev/null/x'], /--out "\/dev\/null\/x": is no folder that can be written/],
    [[], /expected one SCENARIO/],
  ])('refuses %j with exit code 2', async (args, reason) => {
    const lab = testLab();

    const code = await runScenario(args, lab);

    expect(code).toBe(2);
    expect(lab.errors.join('\n')).toMatch(reason);
  });

  it('keeps nothing and says so when interrupted before the first replication', async () => {
    const lab = testLab({ interrupted: AbortSignal.abort() });

    const code = await runScenario(short, lab);

    expect(code).toBe(130);
    expect(lab.errors).toEqual(['interrupted: 0 of 5 replications are finished and kept']);
  });
});
