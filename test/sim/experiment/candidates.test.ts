import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCity } from '../../../functions/core/city/compile-city.ts';
import { choosePack, sourcesHash } from '../../../sim/experiment/setup/choose-pack.ts';

const folder = join(import.meta.dirname, '../../../sim/experiment/candidates');

describe('a candidate pack that ships as an example', () => {
  it.each(readdirSync(folder))('%s makes the rules of a city', (file) => {
    const chosen = choosePack('beijing', join(folder, file));

    const compiled = chosen.ok ? compileCity(sourcesHash(chosen.value), chosen.value) : chosen;

    expect(compiled.ok || compiled.error).toBe(true);
  });
});
