import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../sim/experiment/files/csv-files.ts';
import { writeFiles } from '../../../sim/experiment/files/write-files.ts';
import { systemHost } from '../../../sim/experiment/terminal/host.ts';
import { outFolder } from '../../../sim/experiment/terminal/out-folder.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'files-'));

describe('a table as CSV', () => {
  it('has no cell that a spreadsheet would compute, and leaves numbers alone', () => {
    const cells = ['=HYPERLINK("http://x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '＝1+1', '-3.5', '-', 'a=b'];

    const { text } = csvFile('a.csv', [...cells.map((cell) => ({ cell })), { cell: -3.5 }]);

    const rows = parse<{ cell: string }>(text, { columns: true, bom: true });
    expect(rows.map(({ cell }) => cell)).toEqual([
      ...['\'=HYPERLINK("http://x")', "'+1+1", "'-1+1", "'@SUM(A1)", "'\t=1", "'＝1+1", '-3.5', '-', 'a=b'],
      '-3.5',
    ]);
  });
});

describe('files of a result', () => {
  it('are whole or as they were: one that cannot be written is named and leaves nothing half', () => {
    const folder = fresh();
    writeFileSync(join(folder, 'a.csv'), 'old');
    mkdirSync(join(folder, 'b.csv'));

    const write = () =>
      writeFiles(folder, [
        { name: 'a.csv', text: 'new' },
        { name: 'b.csv', text: 'new' },
      ]);

    expect(write).toThrow(`${join(folder, 'b.csv')} cannot be written: `);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv']);
  });

  it.each(['/proc/citywhistle', '/dev/null/x'])(
    'are not promised to %s, where no folder can be made',
    (path) => {
      expect(outFolder.safeParse(path).success).toBe(false);
    },
  );

  it('are promised to a folder that can be made, which is not made yet', () => {
    const folder = fresh();

    expect(outFolder.safeParse(join(folder, 'a/b')).success).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the terminal', () => {
  it('leaves Ctrl-C to the system until a command asks whether it was interrupted', () => {
    const before = process.listenerCount('SIGINT');

    const host = systemHost();
    const untouched = process.listenerCount('SIGINT');
    const { interrupted } = host;

    expect(untouched).toBe(before);
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    expect(interrupted.aborted).toBe(false);
    expect(host.interrupted).toBe(interrupted);
    process.removeListener('SIGINT', process.listeners('SIGINT').at(-1)!);
  });
});
