import { describe, expect, it } from 'vitest';
import { hourMs } from '../../functions/core/time.ts';
import { parseClockTime } from '../../sim/city-data/baltimore/parse-clock-time.ts';
import { readRows } from '../../sim/city-data/baltimore/read-rows.ts';

const header =
  'Address,ServiceRequestNum,SRType,MethodReceived,CreatedDate,SRStatus,StatusDate,DueDate,CloseDate,Agency,Neighborhood,CouncilDistrict,Latitude,Longitude';
const line = (cells: Partial<Record<string, string>> = {}) =>
  header
    .split(',')
    .map((column) => {
      const sound: Record<string, string> = {
        Address: '"1 MAIN ST, BALTIMORE"',
        ServiceRequestNum: '18-1',
        SRType: 'SW-Dirty Alley',
        MethodReceived: 'Phone',
        CreatedDate: '03/10/2018 11:30:00 PM',
        SRStatus: 'Closed',
        StatusDate: '03/12/2018 12:00:01 AM',
        DueDate: '03/11/2018 11:30:00 PM',
        CloseDate: '03/12/2018 12:00:00 AM',
        Agency: 'Solid Waste',
        Neighborhood: 'Canton',
        CouncilDistrict: '1',
        Latitude: '39.28',
        Longitude: '-76.57',
      };
      return cells[column] ?? sound[column]!;
    })
    .join(',');
const read = (...lines: string[]) => {
  const result = readRows([header, ...lines].join('\n'));
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};

describe('parseClockTime', () => {
  it.each([
    ['04/12/2018 11:11:26 AM', '2018-04-12T11:11:26-05:00'],
    ['12/31/2018 12:00:00 AM', '2018-12-31T00:00:00-05:00'],
    ['12/31/2018 12:59:59 PM', '2018-12-31T12:59:59-05:00'],
    ['02/29/2016 07:00:00 PM', '2016-02-29T19:00:00-05:00'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseClockTime(text)).toBe(Date.parse(instant));
  });

  it.each([
    '',
    '2018-04-12',
    '02/29/2018 07:00:00 PM',
    '13/01/2018 07:00:00 PM',
    '04/12/2018 13:00:00 PM',
    '04/12/2018 00:10:00 AM',
    '04/12/2018 11:60:00 AM',
    '04/31/2018 11:00:00 AM',
  ])('refuses "%s"', (text) => {
    expect(parseClockTime(text)).toBeNull();
  });

  it('keeps a span across the change to summer time as the file has it', () => {
    const before = parseClockTime('03/10/2018 11:30:00 PM')!;
    const after = parseClockTime('03/11/2018 11:30:00 PM')!;

    expect(after - before).toBe(24 * hourMs);
  });
});

describe('readRows', () => {
  it('reads a row, without its street address', () => {
    expect(read(line())).toEqual({
      rows: [
        {
          key: '18-1',
          type: 'SW-Dirty Alley',
          agency: 'Solid Waste',
          createdAt: Date.parse('2018-03-10T23:30:00-05:00'),
          dueAt: Date.parse('2018-03-11T23:30:00-05:00'),
          closedAt: Date.parse('2018-03-12T00:00:00-05:00'),
          status: 'Closed',
          statusAt: Date.parse('2018-03-12T00:00:01-05:00'),
          lat: 39.28,
          lng: -76.57,
          method: 'Phone',
          neighborhood: 'Canton',
          councilDistrict: '1',
        },
      ],
      rejected: [],
    });
  });

  it('reads empty cells as nothing, and whole degrees as no position', () => {
    const { rows } = read(
      line({
        DueDate: '',
        CloseDate: '',
        Neighborhood: '',
        CouncilDistrict: '',
        Latitude: '39',
        Longitude: '-77',
      }),
    );

    expect(rows[0]).toMatchObject({
      dueAt: null,
      closedAt: null,
      neighborhood: null,
      councilDistrict: null,
      lat: null,
      lng: null,
    });
  });

  it('lists a row it cannot read by line and column, and keeps the others', () => {
    const { rows, rejected } = read(
      line(),
      line({ ServiceRequestNum: '18-2', DueDate: 'soon' }),
      line({ ServiceRequestNum: '18-3', CreatedDate: '' }),
      line({ ServiceRequestNum: '18-1' }),
      line({ ServiceRequestNum: '18-4' }),
    );

    expect(rows.map(({ key }) => key)).toEqual(['18-1', '18-4']);
    expect(rejected).toEqual([
      { line: 3, column: 'DueDate', reason: '"soon" is not a time such as 04/12/2018 11:11:26 AM' },
      { line: 4, column: 'CreatedDate', reason: 'is empty' },
      { line: 5, column: 'ServiceRequestNum', reason: '18-1 came in an earlier line' },
    ]);
  });

  it('refuses a file that lacks columns, and names them', () => {
    expect(readRows('ServiceRequestNum,SRType\n1,2')).toEqual({
      ok: false,
      error: {
        code: 'NOT_A_BALTIMORE_FILE',
        reason: expect.stringContaining('lacks MethodReceived, CreatedDate'),
      },
    });
    expect(readRows('')).toMatchObject({ ok: false });
    expect(readRows('a,"b')).toMatchObject({ ok: false, error: { code: 'NOT_A_BALTIMORE_FILE' } });
  });
});
