import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stream } from '../../../sim/engine/stream.ts';

import type { Figure, RunSubject } from '../../../sim/report/report-input.ts';

const folder = join(import.meta.dirname, '../../../functions/cities/beijing');
export const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const directory = read('directory.json') as {
  readonly units: readonly {
    readonly code: string;
    readonly kind: string;
    readonly name: { readonly zh: string; readonly en?: string };
  }[];
};

const named = directory.units.map(({ code, kind, name }) => ({
  code,
  kind,
  name: { zh: name.zh, en: name.en ?? name.zh },
}));
export const streets = named.filter(({ kind }) => kind === 'subdistrict').slice(0, 60);
export const districts = named.filter(({ kind }) => kind === 'district');

/** Text that would do harm if a page did not escape it. */
export const hostile =
  '</script><script>window.broken = true</script><img src=x onerror="window.broken = true">';

export const chance = new Stream(7, 'sample reports');
export const around = (mean: number, spread: number): Figure => ({
  mean: mean + (chance.next01() - 0.5) * spread,
  halfWidth95: spread * (0.1 + 0.2 * chance.next01()),
});

/** A subject with ten replications. */
export const sampleSubject = (pack: string): RunSubject => ({
  scenario: 'beijing-week',
  scenarioTitle: { zh: '北京的普通一周', en: 'An ordinary week in Beijing' },
  pack,
  rulesHash: '0123456789abcdef0123456789abcdef',
  city: { zh: '北京市', en: 'Beijing' },
  startDate: '2023-07-03',
  days: 56,
  warmUpDays: 14,
  seed: 1,
  replications: 10,
  digest: 'feedfacecafebeef',
});

export const assumptions = [
  { key: 'scenario.units.effort', value: '1', why: 'nobody published how effort differs between units' },
  { key: 'scenario.citizens.reachable', value: '0.72', why: hostile },
];
