import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inOneScope } from '../../../sim/program/in-one-scope.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'program-'));

/** A program of two files that says where its second file lies. */
function twoFiles(answer: number): { readonly entry: URL; readonly part: string } {
  const home = folder();
  const part = join(home, 'parts/part.ts');
  mkdirSync(dirname(part));
  writePart(part, answer);
  const entry = join(home, 'two-files.ts');
  writeFileSync(entry, "export { answer, folder } from './parts/part.ts';\n");
  return { entry: pathToFileURL(entry), part };
}

const writePart = (part: string, answer: number) =>
  writeFileSync(
    part,
    `export const answer: number = ${answer};\nexport const folder = import.meta.dirname;\n`,
  );

describe('a program in one scope', () => {
  it('is one file that answers as its modules do, and knows where they lie', async () => {
    const { entry, part } = twoFiles(42);

    const program = await inOneScope(entry, folder());

    expect(program.pathname).toMatch(/two-files-[0-9a-f]{16}\.cjs$/);
    expect(await import(program.href)).toMatchObject({ answer: 42, folder: dirname(part) });
  });

  it('is kept, and made anew when a file of its has changed or it is gone', async () => {
    const { entry, part } = twoFiles(1);
    const kept = folder();

    const first = await inOneScope(entry, kept);
    const second = await inOneScope(entry, kept);
    writePart(part, 1_000);
    const third = await inOneScope(entry, kept);
    rmSync(third);
    const fourth = await inOneScope(entry, kept);

    expect(second.href).toBe(first.href);
    expect(third.href).not.toBe(first.href);
    expect(fourth.href).toBe(third.href);
    expect(existsSync(fourth)).toBe(true);
    expect(await import(fourth.href)).toMatchObject({ answer: 1_000 });
  });

  it('is the module itself, with a warning that says why, where it cannot be kept or bundled', async () => {
    const { entry } = twoFiles(1);
    const broken = join(folder(), 'broken.ts');
    writeFileSync(broken, "export * from './nowhere.ts';\n");
    const warnings: string[] = [];
    const hear = ({ message }: Error) => warnings.push(message);
    process.on('warning', hear);

    const [unkept, unbundled] = [
      await inOneScope(entry, '/dev/null/programs'),
      await inOneScope(pathToFileURL(broken), folder()),
    ];

    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    expect(unkept).toBe(entry);
    expect(unbundled.pathname).toBe(broken);
    expect(warnings).toEqual([
      expect.stringMatching(/^two-files runs from its sources, more slowly: ENOTDIR/),
      expect.stringMatching(/^broken runs from its sources, more slowly: .*nowhere\.ts/s),
    ]);
  });

  it('runs a city to the same digest as its modules', async () => {
    const entry = new URL('../../../sim/bench/city/city-run.ts', import.meta.url);
    const run = (program: URL): { readonly digest: string } => {
      const asked = [fileURLToPath(program), 'dongcheng-backlog', '-', '3', '0.2', '1'];
      const { status, stdout, stderr } = spawnSync(process.execPath, asked, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as { readonly digest: string };
    };

    const [modules, program] = [run(entry), run(await inOneScope(entry, folder()))];

    expect(program.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(program.digest).toBe(modules.digest);
  });
});
