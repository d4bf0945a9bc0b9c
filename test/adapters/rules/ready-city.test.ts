import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReady } from '../../../functions/adapters/rules/make-ready.ts';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';
import { readReadyCity, readyFile } from '../../../functions/adapters/rules/ready-city.ts';

const filesDir = join(import.meta.dirname, '../../../functions');
const dataDir = mkdtempSync(join(tmpdir(), 'ready-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

function keepReady(city: string, pack: string): void {
  const ready = makeReady({ dataDir: filesDir, city, pack });
  if (!ready.ok) throw new Error(JSON.stringify(ready.error));
  const file = join(dataDir, readyFile(city, pack));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(ready.value));
}

/** What two cities have in common as data: calendars and word finders are functions, compared by what they say. */
const asData = (value: unknown) => JSON.parse(JSON.stringify(value));

describe.each([
  ['beijing', 'beijing-2023', 1],
  ['beijing', 'beijing-duties', 1],
  ['beijing', 'beijing-2023', 3_600],
  ['baltimore', 'baltimore', 1],
])('%s under %s at speed %d, made ready', (city, pack, speed) => {
  it('is the city that its files make', () => {
    keepReady(city, pack);

    const ready = readReadyCity({ dataDir, city, pack, speed });
    const read = readCity({ dataDir: filesDir, city, pack, speed });

    if (ready?.ok !== true || !read.ok) throw new Error('one of them does not run');
    expect(ready.value.sources).toBe(read.value.sources);
    expect(ready.value.rules.hash).toBe(read.value.rules.hash);
    expect(asData(ready.value)).toEqual(asData(read.value));
    expect(ready.value.rules.tiers.map(({ calendar }) => [calendar.id, calendar.utcOffsetMs])).toEqual(
      read.value.rules.tiers.map(({ calendar }) => [calendar.id, calendar.utcOffsetMs]),
    );
  });
});

it('a city that was not made ready is none', () => {
  expect(readReadyCity({ dataDir, city: 'beijing', pack: 'beijing-2018', speed: 1 })).toBeUndefined();
});

it('a pack that does not fit is told when it is made ready', () => {
  const ready = makeReady({ dataDir: filesDir, city: 'baltimore', pack: 'no-such' });

  expect(ready).toMatchObject({ ok: false, error: [{ file: 'policies', path: 'no-such' }] });
});
