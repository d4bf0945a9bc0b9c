import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../sim/experiment/commands/run-command.ts';
import { chooseScenario } from '../../../sim/experiment/setup/choose-scenario.ts';
import type { RunReport } from '../../../sim/report/report-input.ts';
import { hamlet } from './support/hamlet.ts';
import { testLab } from './support/test-lab.ts';

/** A hamlet with every part of the model that a scenario can switch on, as the shipped scenarios have them. */
function everyPart(): string {
  const shipped = (id: string) => {
    const scenario = chooseScenario(id);
    if (!scenario.ok) throw new Error(scenario.error.join('\n'));
    return scenario.value;
  };
  const { skills, help } = shipped('beijing-skills').units;
  const { seats } = shipped('beijing-seats');
  return hamlet({ days: 6, units: { skills, help }, seats });
}

describe('a run with parts of the model switched on', () => {
  it('shows each in the tables, as CSV, in the result and on the page, in both languages', async () => {
    const scenario = everyPart();
    const out = mkdtempSync(join(tmpdir(), 'parts-'));
    const shown: string[] = [];

    for (const lang of ['zh', 'en']) {
      const lab = testLab({ model: undefined });
      const code = await runScenario(
        [scenario, '--replications', '1', '--workers', '1', '--lang', lang, '--out', out],
        lab,
      );
      expect(code).toBe(0);
      shown.push(lab.said.join('\n'));
    }

    expect(shown[0]).toMatch(/承办人员的专长[\s\S]*物业与建筑[\s\S]*协办单位的队列[\s\S]*话务坐席/);
    expect(shown[1]).toMatch(
      /Skills of the units’ staff[\s\S]*Queues of helping units[\s\S]*The hotline’s seats/,
    );
    const { report } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as { report: RunReport };
    expect(report.parts!.map(({ part, rows }) => [part, rows.length > 2])).toEqual([
      ['skills', true],
      ['help', true],
      ['seats', true],
    ]);
    expect(report.measures.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['skillHeldShare', 'helpParts', 'answeredInTimeShare']),
    );
    const hours = parse(readFileSync(join(out, 'seats.csv'), 'utf8'), {
      bom: true,
      columns: true,
    }) as object[];
    expect(hours).toHaveLength(24);
    expect(hours[10]).toMatchObject({ key: '10:00', offered: expect.stringMatching(/^\d/) });
    const page = readFileSync(join(out, 'page.html'), 'utf8');
    for (const id of ['skills', 'help', 'seats']) {
      expect(page).toContain(`id="${id}"`);
      expect(page).toContain(`href="#${id}"`);
    }
  }, 120_000);

  it('shows none of them where none is switched on', async () => {
    const out = mkdtempSync(join(tmpdir(), 'plain-'));

    await runScenario(
      [hamlet({ days: 5 }), '--replications', '1', '--workers', '1', '--out', out],
      testLab({ model: undefined }),
    );

    const { report } = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as { report: RunReport };
    expect(report.parts).toBeUndefined();
    expect(report.measures.map(({ name }) => name)).not.toContain('callsOffered');
    expect(readFileSync(join(out, 'page.html'), 'utf8')).not.toContain('id="seats"');
  });
});
