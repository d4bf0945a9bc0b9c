import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../../sim/experiment/commands/compare-command.ts';
import type { ComparisonReport } from '../../../sim/report/comparison-report.ts';
import { testLab } from './support/test-lab.ts';

/** A pack on beijing-2019 with another limit for general matters. */
function packWithLimit(limit: string, provenance: object = { assumption: 'a guess' }): string {
  const file = join(mkdtempSync(join(tmpdir(), 'pack-')), 'candidate.json');
  const content = {
    schema: 'citywhistle/policy@1',
    id: 'candidate',
    extends: 'beijing-2019',
    title: { zh: '候选', en: 'Candidate' },
    validFrom: '2024-01-01',
    basis: ['a test'],
    tiers: { general: { limit: { value: limit, ...provenance } } },
  };
  writeFileSync(file, JSON.stringify(content));
  return file;
}

async function compare(...args: readonly string[]) {
  const lab = testLab();
  const out = mkdtempSync(join(tmpdir(), 'compare-'));
  const code = await comparePacks(
    ['--days', '22', '--workers', '1', '--replications', '3', ...args, '--out', out],
    lab,
  );
  const report =
    code === 2 ? undefined : (JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as ComparisonReport);
  return { code, report: report!, shown: lab.said.join('\n'), errors: lab.errors.join('\n') };
}

describe('compare', () => {
  it('meets both packs with the same luck, so that what they share cancels', async () => {
    const { code, report } = await compare('beijing-2019', packWithLimit('P8D'), '--scenario', 'beijing-day');

    expect(code).toBe(0);
    const onTime = report.measures.find(({ name }) => name === 'onTimeShare')!;
    expect(onTime.difference.mean).toBeCloseTo(0.04, 12);
    expect(onTime.difference.halfWidth95).toBeLessThan(1e-12);
    const tickets = report.measures.find(({ name }) => name === 'tickets')!;
    expect(tickets.difference).toEqual({ mean: 0, halfWidth95: 0 });
  });

  it('gives the same comparison for one worker and for two', async () => {
    const pack = packWithLimit('P8D');

    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) =>
        compare('beijing-2019', pack, '--scenario', 'beijing-day', '--workers', workers),
      ),
    );

    expect(two!.report).toEqual(one!.report);
  });

  it('lists the assumptions that turn the verdict when moved by 20 %', async () => {
    const { report, shown } = await compare(
      'beijing-2019',
      packWithLimit('P6D'),
      '--scenario',
      'beijing-day',
      '--assumptions',
      'pack.tiers.general.limit',
    );

    // 6 days are worse than 7; 7.2 days, which only the candidate assumes, are better.
    expect(report.moved.map(({ key, by, flips }) => ({ key, by, flips }))).toEqual([
      { key: 'pack.tiers.general.limit', by: -0.2, flips: false },
      { key: 'pack.tiers.general.limit', by: 0.2, flips: true },
    ]);
    expect(shown).toContain('1 assumptions moved; 1 moves change the verdict');
  });

  it('moves a path and all below it, and nothing beside it', async () => {
    const { report } = await compare(
      'early-off+beijing-2023',
      'early-off+beijing-2023',
      '--days',
      '40',
      '--assumptions',
      'scenario.early.response',
    );

    const keys = new Set(report.moved.map(({ key }) => key));
    expect(keys).toContain('scenario.early.response.removedShare');
    expect(keys).toContain('scenario.early.response.checkAfterHours.mean');
    expect([...keys].filter((key) => !key.startsWith('scenario.early.response.'))).toEqual([]);
  });

  it('takes two scenarios with their packs', async () => {
    const { code, report } = await compare('beijing-day+beijing-2019', 'beijing-day+beijing-2023');

    expect(code).toBe(0);
    expect([report.a.pack, report.b.pack]).toEqual(['beijing-2019', 'beijing-2023']);
  });

  it.each([
    [['beijing-2019', 'beijing-2023'], /name the scenario with --scenario/],
    [['beijing-2019', 'no-such', '--scenario', 'beijing-day'], /unknown pack "no-such"; known/],
    [['beijing-2019'], /expected two packs/],
    [['beijing-2019', 'beijing-2023', '--scenario', 'beijing-day', '--measure', 'x'], /--measure "x"/],
    [
      ['beijing-2019', 'beijing-2023', '--scenario', 'beijing-day', '--assumptions', 'pack.dispatch.routing'],
      /nor an assumed number; known: .*pack.reopen.limitShare/,
    ],
  ])('refuses %j with exit code 2', async (args, reason) => {
    const { code, errors } = await compare(...args);

    expect(code).toBe(2);
    expect(errors).toMatch(reason);
  });

  it('refuses a pack of the planner’s own with what is wrong in it', async () => {
    const { code, errors } = await compare(
      'beijing-2019',
      packWithLimit('7 days'),
      '--scenario',
      'beijing-day',
    );

    expect(code).toBe(2);
    expect(errors).toMatch(/candidate\.json: tiers\.general\.limit.*/);
  });
});
