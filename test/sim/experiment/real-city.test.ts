import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../../sim/experiment/commands/compare-command.ts';
import { listScenarios } from '../../../sim/experiment/commands/list-command.ts';
import { runScenario } from '../../../sim/experiment/commands/run-command.ts';
import { traceScenario } from '../../../sim/experiment/commands/trace-command.ts';
import type { ComparisonReport } from '../../../sim/report/comparison-report.ts';
import { hamlet } from './support/hamlet.ts';
import { testLab } from './support/test-lab.ts';

const real = (): ReturnType<typeof testLab> => testLab({ model: undefined });

describe('the real city', () => {
  it('gives one digest for any number of workers', async () => {
    const scenario = hamlet();

    const digests = await Promise.all(
      ['1', '2'].map(async (workers) => {
        const lab = real();
        const code = await runScenario([scenario, '--replications', '2', '--workers', workers], lab);
        return { code, digest: lab.said.find((line) => line.startsWith('digest')) };
      }),
    );

    expect(digests[0]).toMatchObject({
      code: 0,
      digest: expect.stringMatching(/[0-9a-f]{16} of replications 0-1/),
    });
    expect(digests[1]).toEqual(digests[0]);
  });

  it('brings the same citizens to two packs, and ranks the same units', async () => {
    const out = mkdtempSync(join(tmpdir(), 'real-'));

    const code = await comparePacks(
      [
        'beijing-2019',
        'beijing-2023',
        '--scenario',
        hamlet(),
        '--replications',
        '2',
        '--workers',
        '1',
        '--out',
        out,
      ],
      real(),
    );

    expect(code).toBe(0);
    const report = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as ComparisonReport;
    // Fresh contacts are the same; only those who call again because nothing was solved differ.
    const contacts = report.measures.find(({ name }) => name === 'contacts')!;
    expect(contacts.a).toBeGreaterThan(8_000);
    expect(Math.abs(contacts.difference.mean) / contacts.a).toBeLessThan(0.01);
    expect(report.units.length).toBeGreaterThan(300);
    expect(new Set(report.units.map(({ group }) => group)).size).toBeGreaterThan(2);
  });
});

describe('gaming', () => {
  it('is rewarded where only speed counts, and loses where citizens are asked whether the matter is solved', async () => {
    const out = mkdtempSync(join(tmpdir(), 'gaming-'));
    const gamed = {
      units: ['kind:subdistrict'],
      share: { value: 1, assumption: 'a test' },
      strategy: 'closeUnsolved',
    };
    const scenario = hamlet({ units: { gaming: [gamed] } });

    const code = await comparePacks(
      [
        join(import.meta.dirname, '../../../sim/experiment/candidates/speed-only.json'),
        'beijing-2023',
        '--scenario',
        scenario,
        '--replications',
        '2',
        '--workers',
        '1',
        '--out',
        out,
      ],
      real(),
    );

    expect(code).toBe(0);
    const { gaming } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as ComparisonReport;
    expect(gaming).toHaveLength(1);
    expect(gaming[0]).toMatchObject({ strategy: 'closeUnsolved', title: { zh: '虚假办结' } });
    expect(gaming[0]!.a.mean).toBeGreaterThan(0);
    expect(gaming[0]!.b.mean).toBeLessThan(0);
  });
});

describe('trace', () => {
  it('tells the life of a ticket that the run has, and refuses one that it has not', () => {
    const scenario = hamlet();
    const lab = real();

    const codes = ['3', '900000'].map((ticket) =>
      traceScenario([scenario, '--ticket', ticket, '--lang', 'zh'], lab),
    );

    expect(codes).toEqual([0, 1]);
    expect(lab.said[0]).toMatch(/^ticket 3: .* lead \S+/);
    expect(lab.said.join('\n')).toMatch(/受理/);
    expect(lab.said.join('\n')).toMatch(/派单/);
    expect(lab.errors).toEqual(['there is no ticket 900000: the run has fewer']);
  });

  it('writes every history entry as CSV, and they are those of the ticket', () => {
    const scenario = hamlet();
    const file = join(mkdtempSync(join(tmpdir(), 'trace-')), 'events.csv');
    const lab = real();

    const code = traceScenario([scenario, '--events', file], lab);

    const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
    expect(code).toBe(0);
    expect(lab.said[0]).toMatch(new RegExp(`^${rows.length} history entries written`));
    const third = rows.filter(({ ticket }) => ticket === '3');
    expect(third.map(({ n }) => Number(n))).toEqual(third.map((_, i) => i + 1));
    expect(third[0]).toMatchObject({ event: 'submitted', by: '12345' });
    expect(third[0]!.at).toMatch(/^2025-\d\d-\d\dT.*\+08:00$/);
    const shown = real();
    traceScenario([scenario, '--ticket', '3'], shown);
    expect(shown.said.slice(3).filter((line) => /^\d{4}-/.test(line))).toHaveLength(third.length);
  });

  it.each([
    [['beijing-day']],
    [['beijing-day', '--ticket', '1', '--events', 'x']],
    [['beijing-day', '--ticket', '0']],
  ])('refuses %j with exit code 2', (args) => {
    expect(traceScenario(args, testLab())).toBe(2);
  });
});

describe('list', () => {
  it('shows every scenario with its title and how much of it rests on a basis', () => {
    const lab = testLab();

    const code = listScenarios(['--lang', 'zh'], lab);

    expect(code).toBe(0);
    expect(lab.said.join('\n')).toMatch(/beijing-day .*北京的普通一天 .*\d+ \/ \d+/);
    expect(lab.said.at(-1)).toMatch(/规则包: .*beijing-2023/);
  });
});
