import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenarios } from '../../../sim/city/read-scenarios.ts';
import { runScenario } from '../../../sim/experiment/commands/run-command.ts';
import { chooseScenario } from '../../../sim/experiment/setup/choose-scenario.ts';
import type { RunReport } from '../../../sim/report/report-input.ts';
import { testLab } from './support/test-lab.ts';

const files = readScenarios();
if (!files.ok) throw new Error(files.error);

/** Contacts a day to which a city is scaled down, where it has more. */
const contactsPerDayMax = 150;

/** The scenario with few contacts and a few days after a short warm-up, as a file of the planner's own. */
function shortened(id: string): string {
  const whole = chooseScenario(id);
  if (!whole.ok) throw new Error(whole.error.join('\n'));
  const contacts = Math.min(whole.value.load.contactsPerDay.value, contactsPerDayMax);
  const file = join(mkdtempSync(join(tmpdir(), 'short-')), 'short.json');
  const load = { contactsPerDay: { value: contacts, assumption: 'few, for a test' } };
  writeFileSync(file, JSON.stringify({ extends: id, id: 'short', warmUpDays: 3, days: 8, load }));
  return file;
}

describe.each([...files.value.keys()])('the scenario %s', (id) => {
  it('runs to its end and makes a page of its own, and the rules refuse nothing that its units do', async () => {
    const out = mkdtempSync(join(tmpdir(), 'page-'));
    const lab = testLab({ model: undefined });

    const code = await runScenario(
      [shortened(id), '--replications', '1', '--workers', '1', '--out', out],
      lab,
    );

    expect(code).toBe(0);
    const { report, replications } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as {
      report: RunReport;
      replications: readonly { readonly refused: readonly unknown[] }[];
    };
    expect(report.measures.find(({ name }) => name === 'tickets')!.figure.mean).toBeGreaterThan(50);
    expect(replications[0]!.refused).toEqual([]);
    const page = readFileSync(join(out, 'page.html'), 'utf8');
    expect(page).toContain(report.subject.scenarioTitle.en.replaceAll("'", '&#39;'));
    expect(page).toContain('id="queues"');
  });
});
