import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forecastFile } from '../../../sim/early/forecast/forecast-command.ts';
import type { NextLine } from '../../../sim/early/forecast/forecast-lines.ts';
import type { ForecastLine } from '../../../sim/early/forecast/judge-forecasts.ts';
import { drawPoisson } from '../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../sim/engine/stream.ts';
import { testLab } from '../experiment/support/test-lab.ts';
import { written } from '../fit/support/written.ts';

const weekMs = 7 * 24 * 3_600_000;
const start = Date.UTC(2022, 0, 3);
const places = ['甲街道', '乙街道', '丙街道', '丁街道', '戊街道', '己街道'];

/** A file of so many weeks; `countOf` says how many requests an item has in a place in a week. */
function cityFile(weeks: number, countOf: (item: number, place: number, week: number) => number): string {
  const chance = new Stream(3, 'times');
  const lines = ['登记时间,诉求类型一级,诉求类型二级,被反映街乡镇'];
  for (let week = 0; week < weeks; week++) {
    for (const [place, name] of places.entries()) {
      for (let item = 0; item < 3; item++) {
        for (let i = countOf(item, place, week); i > 0; i--) {
          const at = start + (week + chance.next01()) * weekMs;
          lines.push(`${new Date(at).toISOString().slice(0, 19).replace('T', ' ')},类,事项${item},${name}`);
        }
      }
    }
  }
  return written('weeks.csv', lines.join('\n'));
}

async function forecast(file: string) {
  const lab = testLab();
  const out = mkdtempSync(join(tmpdir(), 'forecast-'));
  const code = await forecastFile([file, '--mapping', 'cn-hotline', '--out', out], lab);
  const result: { judged: ForecastLine[]; next: NextLine[] } = JSON.parse(
    readFileSync(join(out, 'forecast.json'), 'utf8'),
  );
  return { code, said: lab.said, ...result };
}

describe('forecast', () => {
  it('beats the year before where counts are chance about a steady mean, and its intervals hold', async () => {
    const chance = new Stream(1, 'steady');
    const mean = (item: number, place: number) => [6, 2, 0.5][item]! * [1.5, 1, 0.5, 1, 1, 1][place]!;
    const file = cityFile(240, (item, place) => drawPoisson(chance, mean(item, place)));

    const { code, judged, next } = await forecast(file);

    expect(code).toBe(0);
    const month = judged.find(({ kind, horizon }) => kind === 'place' && horizon === 4)!;
    expect(month.chosen).toBe('usual');
    expect(month.errors.usual).toBeLessThan(0.85 * month.errors.seasonal);
    expect(month.skill.mean).toBeGreaterThan(month.skill.halfWidth95);
    for (const { all } of month.coverage) {
      expect(Math.abs(all.measured - all.modelled)).toBeLessThan(0.08);
    }
    const busiest = next.find(({ kind, horizon }) => kind === 'place' && horizon === 4)!;
    expect(busiest).toMatchObject({ item: '类 / 事项0', area: '甲街道' });
    expect(Math.abs(busiest.expected / 36 - 1)).toBeLessThan(0.15);
    expect(busiest.low95).toBeLessThanOrEqual(busiest.low80);
    expect(busiest.high95).toBeGreaterThanOrEqual(busiest.high80);
  });

  it('keeps to the year before where each year repeats it week by week', async () => {
    const file = cityFile(160, (item, place, week) => ((week % 52) * (item + 3) + place * 5) % 11);

    const { judged, next } = await forecast(file);

    const places = judged.filter(({ kind }) => kind === 'place');
    expect(places.map(({ chosen }) => chosen)).toEqual(['seasonal', 'seasonal']);
    expect(places[0]!.errors.seasonal).toBe(0);
    expect(next.filter(({ kind }) => kind === 'place')).toEqual([]);
  });

  it.each([
    [
      '登记时间,诉求类型一级,诉求类型二级\n2024-01-02 08:00,甲,乙\n',
      /holds 0 whole weeks; a forecast needs 40/,
    ],
    ['登记时间,诉求类型一级,诉求类型二级\n', /has no request with an opening time/],
    ['编号\n1\n', /no column of times: looked for 登记时间/],
  ])('refuses %j with exit code 2', async (text, reason) => {
    const lab = testLab();

    expect(await forecastFile([written('short.csv', text), '--mapping', 'cn-hotline'], lab)).toBe(2);
    expect(lab.errors.join('\n')).toMatch(reason);
  });
});
