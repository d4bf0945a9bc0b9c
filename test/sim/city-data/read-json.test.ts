import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../sim/city-data/read-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'citywhistle-json-'));

const read = (text: string) => {
  const file = join(folder, 'own.json');
  writeFileSync(file, text);
  return readJson(file);
};

describe('a JSON file of a planner', () => {
  it('is refused where an object has a key twice, with path and line', () => {
    const text = '{\n "tiers": [{"a": 1}, {"limit": "x",\n "li\\u006dit": 2}]\n}';

    const result = read(text);

    expect(result).toEqual({
      ok: false,
      error: { code: 'REPEATED_KEY', reason: 'has the key tiers[1].limit twice (again in line 3)' },
    });
  });

  it.each([
    '{"a": {"a": 1}, "b": {"a": "a", "c": ["a", "a"]}}',
    '[{"a": 1}, {"a": 2}]',
    '{"a": "\\"a\\": 1, {", "b": "}\\\\", "c": ": a"}',
    '{"toString": 1, "__proto__": 2}',
    '\uFEFF{"a": 1}',
    '"a"',
  ])('is read where the same word stands in several places: %s', (text) => {
    expect(read(text)).toEqual({ ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) });
  });
});
