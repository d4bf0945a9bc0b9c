import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityFolder, policiesFolder } from '../../sim/city-data/city-folders.ts';
import { walks } from '../../sim/walk/walks.ts';
import { run } from '../city-data/run-in.ts';

const pairs = [...new Set(walks.map(({ city, pack }) => `${city}/${pack}`))].map((pair) => pair.split('/'));
const cities = [...new Set(walks.map(({ city }) => city))];

describe('the cities and packs that are walked', () => {
  it.each(cities)('%s has a directory and a catalogue without problems', (city) => {
    const files = ['directory.json', 'catalogue.json'].map((file) => join(cityFolder(city!), file));

    expect(run('check', ...files)).toMatchObject({ code: 0, error: [] });
  });

  it.each(pairs)('%s compiles under %s', (city, pack) => {
    const { code, out } = run('check', join(policiesFolder, `${pack}.json`), '--city', city!);

    expect(code).toBe(0);
    expect(out.at(-1)).toContain(`compiled with ${city}: no problems`);
  });

  it('are each of the systems of the sources', () => {
    const numbers = walks.map(({ number }) => number).sort((a, b) => a - b);

    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });
});
