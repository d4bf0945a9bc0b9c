import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runReplay } from '../../sim/replay/run-replay.ts';
import { cityText } from '../cities/read-city.ts';

const folder = mkdtempSync(join(tmpdir(), 'citywhistle-replay-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string): string => {
  const path = join(folder, file);
  writeFileSync(path, text);
  return path;
};
const run = async (...args: string[]) => {
  const lines: { out: string[]; error: string[] } = { out: [], error: [] };
  const console = {
    out: (line: string) => lines.out.push(line),
    error: (line: string) => lines.error.push(line),
  };
  const code = await runReplay(args, { console, wall: { now: () => 0 }, isTerminal: false });
  return { code, out: lines.out.join('\n'), error: lines.error.join('\n') };
};
const sample = cityText('baltimore', 'sample.csv').split('\n');
const [header, first] = [sample[0]!, sample[1]!];

describe('replay', () => {
  it('replays rows of the sample in memory, shows how far it is and what it found', async () => {
    const { code, out, error } = await run(
      '--city',
      'baltimore',
      '--sample',
      '--limit',
      '40',
      '--store',
      'memory',
    );

    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^\d+0%: \d+ of \d+ requests and answers, 201\d-/);
    expect(out).toMatch(/rows +40\n/);
    expect(out).not.toContain('FAILED');
    expect(out).toContain('ok     deadline equals the recorded DueDate: ');
  });

  it('replays rows of a file on the embedded DynamoDB server', async () => {
    const file = write('part.csv', sample.slice(0, 31).join('\n'));

    const { code, out } = await run('--city', 'baltimore', file);

    expect(out).not.toContain('FAILED');
    expect(out).toMatch(/rows +30\n/);
    expect(out).toMatch(/wall time on dynalite/);
    expect(code).toBe(0);
  });

  it('leaves out rows it cannot read and rows whose number came before, and says so', async () => {
    const file = write(
      'odd.csv',
      [header, first, first, first.replace('18-', '99-').replace('04/12', '13/12')].join('\n'),
    );

    const { code, out, error } = await run('--city', 'baltimore', file, '--store', 'memory');

    expect(code).toBe(0);
    expect(out).toMatch(/rows +1\n/);
    expect(error).toContain(
      `${file}: line 3: ServiceRequestNum: 18-00269879 came in an earlier line: left out`,
    );
    expect(error).toContain('line 4: CreatedDate: ');
    expect(error).toContain('2 rows left out');
  });

  it('drives a row of a type the city never saw, and reports it apart', async () => {
    const unseen = first.replace('TRT-Traffic Signal Repairs', 'ZZZ-Qwertyuiop').replace('18-', '19-');
    const file = write('unseen.csv', [header, first, unseen].join('\n'));

    const { code, out } = await run('--city', 'baltimore', file, '--store', 'memory');

    expect(code).toBe(0);
    expect(out).toMatch(/of types the city never saw +1\n/);
    expect(out).toContain('every request and answer was taken: 4 of 4');
    expect(out).toContain('deadline equals the recorded DueDate: 1 of 1');
  });

  it('exits with 1 and names the row when the file says otherwise', async () => {
    const file = write('other-due.csv', [header, first.replace('04/13/2018', '04/14/2018')].join('\n'));

    const { code, out } = await run('--city', 'baltimore', file, '--store', 'memory');

    expect(code).toBe(1);
    expect(out).toContain('FAILED deadline equals the recorded DueDate: 0 of 1');
    expect(out).toContain('18-00269879 is due at ');
  });

  it.each<[string, string[], number, string]>([
    [
      'a file that is not there',
      ['--city', 'baltimore', join(folder, 'none.csv')],
      2,
      'none.csv: cannot be read (ENOENT)',
    ],
    [
      'a city it does not know',
      ['--city', 'atlantis', 'x.csv'],
      2,
      'there is no 311 file of the city atlantis; known: baltimore',
    ],
    ['no city', ['x.csv'], 2, '--city: name a city; known: baltimore'],
    ['no file', ['--city', 'baltimore'], 2, 'name one FILE.csv, or --sample'],
    [
      'a file and the sample',
      ['--city', 'baltimore', '--sample', 'x.csv'],
      2,
      'name one FILE.csv, or --sample',
    ],
    [
      'another store',
      ['--city', 'baltimore', 'x.csv', '--store', 'paper'],
      2,
      '--store: "paper" is none of dynalite, memory',
    ],
    [
      'a limit that is no number',
      ['--city', 'baltimore', 'x.csv', '--limit', '0'],
      2,
      '--limit: "0" is no whole number',
    ],
    ['an option it does not know', ['--town', 'x'], 2, "Unknown option '--town'"],
  ])('refuses %s', async (_, args, exitCode, message) => {
    const { code, error } = await run(...args);

    expect(code).toBe(exitCode);
    expect(error).toContain(message);
  });

  it('refuses a file of another form, and one without a row', async () => {
    const other = await run('--city', 'baltimore', write('other.csv', 'a,b\n1,2\n'));
    const empty = await run('--city', 'baltimore', write('empty.csv', header));

    expect([other.code, empty.code]).toEqual([1, 1]);
    expect(other.error).toContain('is no 311 file of baltimore: the header lacks ServiceRequestNum');
    expect(empty.error).toContain('holds no readable row');
  });
});
