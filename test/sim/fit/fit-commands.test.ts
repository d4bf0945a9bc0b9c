import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logNormal } from '../../../sim/engine/distributions/log-normal.ts';
import { Stream } from '../../../sim/engine/stream.ts';
import { backtestFile } from '../../../sim/fit/backtest/backtest-command.ts';
import { calibrateFile } from '../../../sim/fit/calibrate/calibrate-command.ts';
import { testLab } from '../experiment/support/test-lab.ts';
import { written } from './support/written.ts';

const sample = join(import.meta.dirname, '../../../functions/cities/baltimore/sample.csv');
const hourMs = 3_600_000;
const time = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** A year of a city that closes by a known law; from the middle on twice as many requests come. */
function knownCity(): string {
  const stream = new Stream(1, 'city');
  const law = logNormal({ mean: 40, variation: 1 });
  const lines = ['登记时间,办结时间,诉求类型一级,诉求类型二级,主办单位'];
  const start = Date.UTC(2023, 0, 1);
  for (let day = 0; day < 300; day++) {
    const requests = 20 + stream.below(11) + (day >= 150 ? 25 : 0);
    for (let i = 0; i < requests; i++) {
      const openedAt = start + (day * 24 + 24 * stream.next01()) * hourMs;
      const closedAt = openedAt + law.draw(stream) * hourMs;
      const isSeen = closedAt < start + 300 * 24 * hourMs;
      lines.push(`${time(openedAt)},${isSeen ? time(closedAt) : ''},住房,供暖,街道`);
    }
  }
  return written('year.csv', lines.join('\n'));
}

describe('calibrate', () => {
  it('finds what a known city was made of', async () => {
    const lab = testLab();
    const out = mkdtempSync(join(tmpdir(), 'calibrate-'));

    const code = await calibrateFile([knownCity(), '--mapping', 'cn-hotline', '--out', out], lab);

    expect(code).toBe(0);
    const { groups, arrivals } = JSON.parse(readFileSync(join(out, 'calibration.json'), 'utf8'));
    expect(groups[0]).toMatchObject({ group: '住房 / 供暖', share: 1 });
    expect(Math.abs(groups[0].handling.meanHours / 40 - 1)).toBeLessThan(0.05);
    expect(Math.abs(arrivals.perDay - 37.5)).toBeLessThan(1);
    const { load } = JSON.parse(readFileSync(join(out, 'scenario-part.json'), 'utf8'));
    expect(load.contactsPerDay.value).toBeCloseTo(arrivals.perDay, 3);
    expect(load.contactsPerDay.basis).toContain('year.csv');
    expect(load.hours.value).toHaveLength(24);
    expect(load.months).toBeUndefined();
  });

  it('warns of a time mistyped by years, and takes no hour of a morning for a day', async () => {
    const out = mkdtempSync(join(tmpdir(), 'calibrate-'));
    const lines = [
      '登记时间,办结时间',
      '1970-01-01 10:00:00,',
      '2024-03-04 10:05:00,',
      '2024-03-04 10:20:00,',
    ];
    const lab = testLab();
    const typed = await calibrateFile([written('a.csv', lines.join('\n')), '--mapping', 'cn-hotline'], lab);
    lines.splice(1, 1);
    const early = written('b.csv', lines.join('\n'));

    const code = await calibrateFile([early, '--mapping', 'cn-hotline', '--out', out], lab);

    expect([typed, code]).toEqual([0, 0]);
    const shown = lab.said.join('\n');
    expect(shown).toContain(
      'MIND: no request from 1970-01-01 to 2024-03-04 (19786 days): is a time mistyped',
    );
    expect(shown).toContain('MIND: hours or weekdays without a record are taken to be as busy');
    expect(JSON.parse(readFileSync(join(out, 'scenario-part.json'), 'utf8'))).toEqual({ load: {} });
  });

  it('names the file whose times lie more than a century apart', async () => {
    const lab = testLab();
    const file = written('a.csv', '登记时间\n1900-01-01 10:00:00\n2024-03-04 10:05:00\n');

    const code = await calibrateFile([file, '--mapping', 'cn-hotline'], lab);

    expect([code, lab.errors]).toEqual([
      2,
      [`${file}: opening times from 1900-01-01 to 2024-03-04: more than a century`],
    ]);
  });

  it('reads the sample that ships and shows how well each law fits', async () => {
    const lab = testLab();

    const code = await calibrateFile([sample, '--mapping', 'baltimore'], lab);

    expect(code).toBe(0);
    const shown = lab.said.join('\n');
    expect(shown).toContain('2453 requests read as utf-8, 0 left out');
    expect(shown).toMatch(/Dirty Alley .* good \(0\.108\)/);
    expect(shown).toMatch(/Sanitation Property .* poor \(0\.078\)/);
  });

  it('says what a file without opening times cannot tell, and gives the rest', async () => {
    const file = written(
      'closed.csv',
      '办结时间,是否解决,被反映街乡镇\n2024-01-02 08:00,是,甲街道\n2024-01-03 08:00,否,甲街道\n',
    );
    const lab = testLab();

    const code = await calibrateFile([file, '--mapping', 'cn-hotline'], lab);

    expect(code).toBe(0);
    expect(lab.said.join('\n')).toContain(
      'no opening time (登记时间, 来电时间, 受理时间): arrivals and handling times are not fitted',
    );
    expect(lab.said.join('\n')).toContain('resolved: 50.0 % of 2 that were asked');
  });

  it.each([
    [[sample], /--mapping: expected baltimore, cn-hotline, nyc311/],
    [[sample, '--mapping', 'paris'], /no mapping "paris"; known/],
    [[sample, '--mapping', 'nyc311'], /no column of times: looked for created_date/],
    [['/no/such.csv', '--mapping', 'nyc311'], /no\/such\.csv: ENOENT/],
  ])('refuses %j with exit code 2', async (args, reason) => {
    const lab = testLab();

    expect(await calibrateFile(args, lab)).toBe(2);
    expect(lab.errors.join('\n')).toMatch(reason);
  });

  it('exits 1 for a file in which nothing can be read', async () => {
    const file = written('bad.csv', 'CreatedDate,CloseDate,Agency,SRType\nnever,,A,B\n');
    const lab = testLab();

    expect(await calibrateFile([file, '--mapping', 'baltimore'], lab)).toBe(1);
    expect(lab.errors).toEqual([`${file}: has no request that can be read`]);
  });
});

describe('backtest', () => {
  it('follows a load that doubles, which the naive forecast cannot', async () => {
    const lab = testLab();
    const out = mkdtempSync(join(tmpdir(), 'backtest-'));

    const code = await backtestFile([knownCity(), '--mapping', 'cn-hotline', '--out', out], lab);

    expect(code).toBe(0);
    expect(lab.said).toContain('the fitted city predicts better than the naive forecast');
    const { total, days } = JSON.parse(readFileSync(join(out, 'backtest.json'), 'utf8'));
    expect(Math.abs(total.predicted / total.recorded - 1)).toBeLessThan(0.1);
    expect(total.error).toBeLessThan(total.naiveError / 2);
    expect(days).toHaveLength(150);
  });

  it('names a unit that it predicts worse, which the sum of all units hides', async () => {
    const stream = new Stream(1, 'two units');
    const law = logNormal({ mean: 20, variation: 0.6 });
    const lines = ['登记时间,办结时间,主办单位'];
    const start = Date.UTC(2023, 0, 2);
    const isLate = (day: number) => day >= 60;
    for (let day = 0; day < 120; day++) {
      const add = (unit: string, requests: number, closed: number) => {
        for (let i = 0; i < requests; i++) {
          const openedAt = start + (day + stream.next01()) * 24 * hourMs;
          lines.push(
            `${time(openedAt)},${i < closed ? time(openedAt + law.draw(stream) * hourMs) : ''},${unit}`,
          );
        }
      };
      add('follows', isLate(day) ? 60 : 30, 60);
      // What comes to it doubles and more, and it goes on closing as many as before.
      add('drowns', isLate(day) ? 12 : 5, 5);
    }
    const lab = testLab();

    await backtestFile([written('two.csv', lines.join('\n')), '--mapping', 'cn-hotline'], lab);

    expect(lab.said.slice(-2)).toEqual([
      'the fitted city predicts better than the naive forecast',
      'of 2 units: better 1, worse 1 (drowns), undecided 0',
    ]);
  });

  it('beats the naive forecast on the sample that ships, by a margin it states', async () => {
    const lab = testLab();

    const code = await backtestFile([sample, '--mapping', 'baltimore'], lab);

    expect(code).toBe(0);
    const all = lab.said.find((line) => line.startsWith('(all)'))!;
    const [, skill, halfWidth] = /(-?[\d.]+) %\s+± ([\d.]+) %$/.exec(all)!;
    expect(Number(skill)).toBeGreaterThan(Number(halfWidth));
  });

  it.each([
    ['CreatedDate,Agency,SRType\n01/01/2024 08:00:00 AM,A,B\n', 'baltimore', /no column CloseDate/],
    [
      'CreatedDate,CloseDate,Agency,SRType\n01/01/2024 08:00:00 AM,,A,B\n',
      'baltimore',
      /spans 1 days; .* 28 in each half/,
    ],
    [
      'created_date,closed_date,agency\n2024-01-01T00:00:01,,A\n2024-06-01T00:00:01,,A\n',
      'nyc311',
      /requests on 2 of 153 days .*: a backtest needs days without gaps/,
    ],
  ])('refuses with exit code 2 what it cannot judge: %j', async (text, mapping, reason) => {
    const lab = testLab();

    expect(await backtestFile([written('short.csv', text), '--mapping', mapping], lab)).toBe(2);
    expect(lab.errors.join('\n')).toMatch(reason);
  });
});
