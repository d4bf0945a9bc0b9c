import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../sim/experiment/commands/run-command.ts';
import type { RunReport } from '../../../sim/report/report-input.ts';
import { testLab } from './support/test-lab.ts';

/** A small city in which everything is switched on, as a file of the planner's own. */
function earlyHamlet(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'early-')), 'hamlet.json');
  const load = { contactsPerDay: { value: 200, assumption: 'small, for a test' } };
  writeFileSync(file, JSON.stringify({ extends: 'early-on', id: 'hamlet', days: 40, warmUpDays: 31, load }));
  return file;
}

describe('a run of a city that acts early', () => {
  it('is the same for any number of workers, and shows what was done and what caused it', async () => {
    const file = earlyHamlet();
    const out = mkdtempSync(join(tmpdir(), 'early-out-'));
    const digests: (string | undefined)[] = [];

    for (const workers of ['1', '2']) {
      const lab = testLab({ model: undefined });
      await runScenario([file, '--replications', '2', '--workers', workers, '--out', out], lab);
      digests.push(lab.said.find((line) => line.startsWith('digest')));
    }

    expect(digests[0]).toMatch(/[0-9a-f]{16} of replications 0-1/);
    expect(digests[1]).toBe(digests[0]);
    const { report } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as { report: RunReport };
    const warnings = report.measures.find(({ name }) => name === 'warnings')!;
    expect(warnings).toMatchObject({ title: { zh: '预警', en: 'Warnings' }, of: 'early' });
    const rows = parse(readFileSync(join(out, 'causes.csv'), 'utf8'), {
      bom: true,
      columns: true,
    }) as unknown[];
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ cause: 'outage', zh: '停水停电停气停暖' });
    expect(report.causes!.map(({ cause }) => cause)).toEqual([
      'outage',
      'closure',
      'works',
      'wages',
      'chronic',
    ]);
    expect(readFileSync(join(out, 'page.html'), 'utf8')).toContain('id="early"');
  });
});
