import { describe, expect, it } from 'vitest';
import { alarmCauses, countMatters, holdsBy } from '../../../sim/early/detect/alarm-causes.ts';
import { windowsOf } from '../../../sim/early/detect/windows.ts';
import { readStreamRows } from '../../../sim/early/read/stream-rows.ts';
import { loadMapping } from '../../../sim/fit/mapping/load-mapping.ts';
import { written } from '../fit/support/written.ts';
import { windowFile } from './support/window-file.ts';

const header = 'created_date,agency,complaint_type,incident_zip,borough,latitude';

async function rowsOf(file: string, withDateOnly = false) {
  const mapping = loadMapping('nyc311');
  if (!mapping.ok) throw new Error(mapping.error.join());
  const read = await readStreamRows(file, mapping.value, { withDateOnly });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe('the rows of streams', () => {
  it('count what was filed in one go once, and what came from one spot later again', async () => {
    const file = written(
      'rows.csv',
      [
        header,
        '2026-04-04T10:00:01,HPD,Paint,101,NORTH,40.1',
        '2026-04-04T10:00:01,HPD,Paint,101,NORTH,40.1',
        '2026-04-04T10:00:02,HPD,Paint,101,NORTH,40.1',
        '2026-04-04T10:00:01,HPD,Paint,101,NORTH,',
        '2026-04-04T10:00:01,HPD,Paint,101,NORTH,',
      ].join('\n'),
    );

    const { rows, filedTogether } = await rowsOf(file);

    expect(rows).toHaveLength(4);
    expect(filedTogether).toBe(1);
  });

  it('leave out requests whose hour is not known unless they are asked for', async () => {
    const file = written(
      'days.csv',
      `${header}\n2026-04-04T00:00:00,A,B,1,N,4\n2026-04-04T09:00:00,A,B,1,N,5`,
    );

    expect((await rowsOf(file)).rows).toHaveLength(1);
    expect((await rowsOf(file, true)).rows).toHaveLength(2);
  });

  it('are cut into the windows that were recorded, without their first and last hour', async () => {
    const { rows } = await rowsOf(windowFile(5));

    const windows = windowsOf(rows, 'gaps');

    expect(windows.ok && windows.value.map(({ from, to }) => to - from)).toEqual([24, 24, 24, 24, 24]);
    expect(windows.ok && windows.value[1]!.rows.every(({ hour }) => hour >= windows.value[1]!.from)).toBe(
      true,
    );
  });

  it('of a whole record are cut into at most ten windows without a break', async () => {
    const { rows } = await rowsOf(windowFile(6));

    const windows = windowsOf(rows, 'whole');

    if (!windows.ok) throw new Error(windows.error);
    expect(windows.value).toHaveLength(10);
    expect(windows.value.slice(1).every(({ from }, i) => from === windows.value[i]!.to)).toBe(true);
  });

  it('of years are watched for a bounded number of hours, and learnt from whole', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => ({
      hour: i * 8,
      item: 0,
      district: 1,
      place: 2,
      spot: -1,
    }));

    const windows = windowsOf(rows, 'whole');

    if (!windows.ok) throw new Error(windows.error);
    const hours = (isWatched: boolean) =>
      windows.value
        .filter((one) => one.isWatched === isWatched)
        .reduce((sum, { from, to }) => sum + to - from, 0);
    expect(hours(true)).toBe(10_000);
    expect(hours(true) + hours(false)).toBe(4_999 * 8 - 1);
    expect(windows.value.slice(1).every(({ from }, i) => from === windows.value[i]!.to)).toBe(true);
  });
});

describe('alarms', () => {
  const row = { item: 0, district: 1, place: 2, spot: 5 };
  const alarm = { item: 0, area: 2, since: 0, at: 1, count: 4 };

  it('rest on one spot where half of the requests came from there', () => {
    const rows = [5, 5, 6, 7].map((spot) => ({ ...row, hour: 100, spot }));

    expect(alarmCauses([alarm], { from: 100, to: 110, rows, isWatched: true })).toEqual(['oneSpot']);
    expect(alarmCauses([alarm], { from: 100, to: 110, rows: rows.slice(1), isWatched: true })).toEqual([
      'other',
    ]);
  });

  it('of one item that come in three areas about the same time are no matter of one place', () => {
    const near = [alarm, { ...alarm, area: 3 }, { ...alarm, area: 4, at: 5 }];

    expect(alarmCauses(near, { from: 100, to: 110, rows: [], isWatched: true })).toEqual(
      Array(3).fill('manyPlaces'),
    );
    expect(alarmCauses([near[0]!, near[1]!], { from: 100, to: 110, rows: [], isWatched: true })).toEqual([
      'other',
      'other',
    ]);
  });

  it('of a place, its district and the city within hours are one matter; other places and items are others', () => {
    const areas = ['city', 'district', 'place', 'place'].map((kind) => ({
      kind: kind as 'city',
      name: kind,
    }));
    const holds = holdsBy([{ ...row, hour: 100 }], areas);
    const of = (area: number, change = {}) => ({ ...alarm, area, ...change });

    expect(countMatters([of(2), of(1), of(0, { since: 4, at: 6 })], holds)).toBe(1);
    expect(countMatters([of(2), of(3)], holds)).toBe(2);
    expect(countMatters([of(2), of(2, { item: 1 })], holds)).toBe(2);
    expect(countMatters([of(2), of(2, { since: 20, at: 22 })], holds)).toBe(2);
  });
});
