import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const leaf = (value: unknown) => ({ value, assumption: 'small, for a test' });

/** The file of a scenario of the planner's own: Beijing with hardly anybody calling, so that the real model runs at once. */
export function hamlet(change: object = {}): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hamlet-')), 'hamlet.json');
  const scenario = {
    schema: 'citywhistle/scenario@1',
    id: 'hamlet',
    extends: 'beijing-day',
    title: { zh: '小村', en: 'A hamlet' },
    startDate: '2025-05-30',
    days: 34,
    warmUpDays: 2,
    load: { contactsPerDay: leaf(400) },
    ...change,
  };
  writeFileSync(file, JSON.stringify(scenario));
  return file;
}
