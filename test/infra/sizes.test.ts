import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildEntry } from '../../infra/bundle/build-entry.ts';
import { budget, sizeOf, sizesOf } from '../../infra/sizes/sizes.ts';

const sizes = await sizesOf(join(import.meta.dirname, '../../functions/handlers'));

describe.each(sizes)('the function $name', ({ startBytes, heaviest, startFiles }) => {
  it('weighs no more than the budget when it starts', () => {
    expect(startBytes).toBeLessThanOrEqual(budget.bytes);
  });

  it('brings no package that only files, simulations or laptops need, nor a city', () => {
    const parts = heaviest.map(([part]) => part);

    for (const stray of [
      /chinese-days/,
      /faker/,
      /dynalite|fauxqs/,
      /csv-/,
      /^jose$/,
      /credential-provider-(sso|ini|imds)/,
      /functions\/(cities|policies)/,
    ])
      expect(parts.filter((part) => stray.test(part))).toEqual([]);
  });

  it('starts without the schemas of a city’s files, which were checked when it was bundled', () => {
    const schemas = startFiles.filter((file) =>
      /core\/(policy\/.*-policy|city\/(check-city|city-sources)|[a-z]+\/[a-z]+-schema)\.ts$/.test(file),
    );

    expect(schemas).toEqual([]);
  });
});

it('what is imported later is not counted as start, and what comes with an import is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entry-'));
  const long = (name: string, length: number) =>
    writeFileSync(join(folder, `${name}.ts`), `export const ${name} = '${'x'.repeat(length)}';`);
  long('now', 10_000);
  long('later', 50_000);
  writeFileSync(
    join(folder, 'entry.ts'),
    "import { now } from './now.ts'; export const handler = async () => [now, await import('./later.ts')];",
  );

  const size = sizeOf(await buildEntry(join(folder, 'entry.ts')));

  expect(size.startBytes).toBeGreaterThan(10_000);
  expect(size.startBytes).toBeLessThan(20_000);
  expect(size.laterBytes).toBeGreaterThan(50_000);
});

it('a description of the API is still made of schemas where it is answered, and nowhere else', async () => {
  const handlers = join(import.meta.dirname, '../../functions/handlers');
  const [read, intake] = await Promise.all(
    ['read', 'intake'].map((name) => buildEntry(join(handlers, `${name}.ts`))),
  );
  const textOf = (files: ReadonlyMap<string, Uint8Array> | undefined) =>
    [...(files ?? [])]
      .filter(([path]) => path.endsWith('.mjs'))
      .map(([, bytes]) => Buffer.from(bytes).toString())
      .join('');

  expect(textOf(read?.files)).not.toContain('JSON schemas are left out');
  expect(textOf(intake?.files)).toContain('JSON schemas are left out');
});
