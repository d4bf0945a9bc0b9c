import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { submission } from '../../../functions/usecases/submission.ts';
import { writeLoad } from '../../../sim/load/load-command.ts';
import { recordingHost } from './recording-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'citywhistle-load-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('ends at Ctrl-C with whole lines, and says how many', async () => {
  const path = join(folder, 'interrupted.jsonl');
  const host = { ...recordingHost(), interrupted: AbortSignal.abort() };

  const code = await writeLoad(['beijing-day', '--requests', '200', '--out', path], host);

  expect(code).toBe(130);
  expect(host.lines).toEqual([`0 requests written to ${path}`]);
  expect(readFileSync(path, 'utf8')).toBe('');
});

it('writes the same requests as bodies of the API and as rows of a spreadsheet', async () => {
  const [lines, rows] = [join(folder, 'load.jsonl'), join(folder, 'load.csv')];
  const host = recordingHost();

  const codes = [
    await writeLoad(['beijing-day', '--requests', '200', '--out', lines], host),
    await writeLoad(['beijing-day', '--requests=200', '--format', 'csv', '--out', rows], host),
  ];

  const bodies = readFileSync(lines, 'utf8').trimEnd().split('\n');
  const text = readFileSync(rows, 'utf8');
  const table = parse<Record<string, string>>(text, { columns: true, bom: true });
  expect(codes).toEqual([0, 0]);
  expect(host.lines).toEqual([`200 requests written to ${lines}`, `200 requests written to ${rows}`]);
  expect(bodies.filter((line) => !submission.safeParse(JSON.parse(line)).success)).toEqual([]);
  expect(text.startsWith('\uFEFFrequestedAt,')).toBe(true);
  expect(
    table.map((row) => [row.sourceKey, row.description, row.address, row.phone, row.requestedAt]),
  ).toEqual(
    bodies
      .map((line) => JSON.parse(line))
      .map(({ sourceKey, description, place, contact, requestedAt }) => [
        sourceKey,
        description,
        place.address,
        contact.phone,
        requestedAt,
      ]),
  );
});

it.each([
  [['beijing-day'], '--out: expected the path of a file'],
  [
    ['beijing-day', '--out', 'x', '--requests', '0'],
    '--requests "0": expected a whole number from 1 to 10000000',
  ],
  [['beijing-day', '--out', 'x', '--format', 'xml'], '--format "xml"'],
  [['--out', 'x'], 'expected one SCENARIO'],
])('refuses %j in words that name the option', async (args, words) => {
  const host = recordingHost();

  expect(await writeLoad(args, host)).toBe(2);
  expect(host.lines[0]).toContain(words);
});

it('says which file it cannot write', async () => {
  const host = recordingHost();
  const path = join(folder, 'nowhere', 'load.jsonl');

  expect(await writeLoad(['beijing-day', '--out', path], host)).toBe(1);
  expect(host.lines[0]).toContain(`${path}: ENOENT`);
});
