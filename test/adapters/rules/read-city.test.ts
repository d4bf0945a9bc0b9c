import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';
import { makeRulesOf } from '../../../functions/handlers/wiring/rules-of.ts';

const dataDir = join(import.meta.dirname, '../../../functions');
const copy = mkdtempSync(join(tmpdir(), 'city-'));
cpSync(join(dataDir, 'policies'), join(copy, 'policies'), { recursive: true });
cpSync(join(dataDir, 'cities/beijing'), join(copy, 'cities/beijing'), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

const read = (pack: string) => readCity({ dataDir: copy, city: 'beijing', pack, speed: 1 });
const city = (pack: string) => {
  const found = read(pack);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

describe('a city’s duty list', () => {
  it('is among the sources of a pack that names it, and of no other', () => {
    expect(JSON.parse(city('beijing-duties').sources)).toMatchObject({
      duties: { id: 'beijing-streets' },
      files: { duties: 'cities/beijing/duties.json' },
    });
    expect(JSON.parse(city('beijing-2023').sources)).not.toHaveProperty('duties');
    expect(city('beijing-2023').rules.duties).toBeUndefined();
  });

  it('comes back with the rules that are kept under their hash', async () => {
    const former = city('beijing-duties');
    const store = memoryTicketStore();
    await store.putRules(former.rules.hash, former.sources);

    const rules = await makeRulesOf(store, city('beijing-2023').rules)(former.rules.hash);

    expect(rules.duties?.codes).toHaveLength(111);
  });

  it('gives the rules another hash when a row of it changes', () => {
    const before = city('beijing-duties').rules.hash;
    const list = JSON.parse(JSON.stringify(JSON.parse(city('beijing-duties').sources).duties));
    list.boards[0].duties[0].name.en = 'Another name';
    writeFileSync(join(copy, 'cities/beijing/duties.json'), JSON.stringify(list));

    expect(city('beijing-duties').rules.hash).not.toBe(before);
  });

  it('is missed by its file where the city has none', () => {
    rmSync(join(copy, 'cities/beijing/duties.json'));

    const found = read('beijing-duties');

    expect(found).toMatchObject({ ok: false, error: [{ file: expect.stringContaining('duties.json') }] });
  });
});

describe('a file of a city', () => {
  it('that has a rule twice is refused: a parser would keep the last and drop the first', () => {
    const path = join(copy, 'policies/beijing-2023.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"validFrom"', '"validFrom": "2020-01-01",\n  "validFrom"'));

    const found = read('beijing-2023');
    writeFileSync(path, text);

    const problem = { file: path, path: 'validFrom', reason: 'the key is there twice, again in line 7' };
    expect(found).toEqual({ ok: false, error: [problem] });
  });
});

describe('a city that is not there', () => {
  it('is told the known ones, and no path of this machine', () => {
    const found = readCity({ dataDir: copy, city: 'atlantis', pack: 'beijing-2023', speed: 1 });

    expect(found).toEqual({
      ok: false,
      error: [{ file: 'cities', path: 'atlantis', reason: 'known cities: beijing' }],
    });
  });
});
