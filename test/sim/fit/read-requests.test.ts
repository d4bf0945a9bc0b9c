import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { knownMappings, loadMapping } from '../../../sim/fit/mapping/load-mapping.ts';
import type { Mapping } from '../../../sim/fit/mapping/mapping-schema.ts';
import { accountLines } from '../../../sim/fit/read/account-lines.ts';
import { type FitRow, readRequests } from '../../../sim/fit/read/read-requests.ts';
import { written } from './support/written.ts';

function mappingOf(name: string): Mapping {
  const loaded = loadMapping(name);
  if (!loaded.ok) throw new Error(loaded.error.join('\n'));
  return loaded.value;
}

async function read(file: string, mapping: Mapping) {
  const rows: FitRow[] = [];
  const account = await readRequests(file, mapping, (row) => rows.push(row));
  return { rows, account };
}

// 投诉 in GB18030, spelt out so that the test does not lean on the decoder it tests.
const gb = (text: string): Buffer => {
  const codes: Readonly<Record<string, string>> = {
    登: 'b5c7',
    记: 'bcc7',
    时: 'cab1',
    间: 'bce4',
    办: 'b0ec',
    结: 'bde1',
    诉: 'cbdf',
    求: 'c7f3',
    类: 'c0e0',
    型: 'd0cd',
    一: 'd2bb',
    二: 'b6fe',
    级: 'bcb6',
    主: 'd6f7',
    单: 'b5a5',
    位: 'cebb',
    水: 'cbae',
    务: 'cef1',
    漏: 'c2a9',
  };
  return Buffer.concat(
    [...text].map((one) => Buffer.from(codes[one] ?? Buffer.from(one, 'latin1').toString('hex'), 'hex')),
  );
};

describe('a file of requests', () => {
  it('ships with mappings that all load', () => {
    expect(knownMappings()).toEqual(['baltimore', 'cn-hotline', 'nyc311']);
    for (const name of knownMappings()) expect(mappingOf(name).name).toBe(name);
  });

  it('is read as GB18030 where it is no UTF-8', async () => {
    const text =
      '登记时间,办结时间,诉求类型一级,诉求类型二级,主办单位\n2024-03-01 08:00:00,2024-03-01 20:00:00,水务,漏水,水务\n';

    const { rows, account } = await read(written('export.csv', gb(text)), mappingOf('cn-hotline'));

    expect(account).toMatchObject({ ok: true, value: { encoding: 'gb18030', rows: 1, rejected: 0 } });
    expect(rows[0]).toMatchObject({ unit: '水务', group: '水务 / 漏水', isDateOnly: false });
    expect((rows[0]!.closedAt! - rows[0]!.openedAt!) / 3_600_000).toBe(12);
  });

  it('is read as UTF-8 with a byte order mark, packed or not, and levels are taken apart', async () => {
    const text =
      '\uFEFF工单编号,来电时间,问题分类(一级->二级->三级),是否解决,是否满意\n1,2024-03-01,城市管理->市容->占道,是,不满意\n2,2024-03-01 09:30,,否,\n';

    const plain = await read(written('export.csv', text), mappingOf('cn-hotline'));
    const packed = await read(written('export.csv.gz', gzipSync(text)), mappingOf('cn-hotline'));

    expect(plain.rows).toEqual(packed.rows);
    expect(plain.rows).toMatchObject([
      { group: '城市管理 / 市容', isDateOnly: true, resolved: true, satisfied: false },
      { group: '-', isDateOnly: false, resolved: false, satisfied: undefined },
    ]);
  });

  it('leaves out lines that make no sense and tells which and why', async () => {
    const text = [
      'CreatedDate,CloseDate,Agency,SRType',
      '04/12/2018 11:00:00 AM,04/12/2018 12:00:00 PM,Water,"a, ""quoted""\ntype"',
      '04/12/2018 11:00:00 AM,04/11/2018 12:00:00 PM,Water,Leak',
      'yesterday,,Water,Leak',
      ',,Water,Leak',
    ].join('\n');

    const { rows, account } = await read(written('b.csv', text), mappingOf('baltimore'));

    expect(rows).toHaveLength(1);
    expect(account).toMatchObject({
      value: {
        rejected: 3,
        examples: [
          'line 4: closed (04/11/2018 12:00:00 PM) before it was opened (04/12/2018 11:00:00 AM)',
          'line 5: CreatedDate: "yesterday" is no time of the mapping',
          'line 6: has no opening time',
        ],
      },
    });
  });

  it('asks nobody of whom the file says that nobody answered', async () => {
    const answers = ['是', '未评价', '否', '', '未回访'].map((word) => `2024-03-01,${word}`);

    const { rows } = await read(
      written('export.csv', ['来电时间,是否解决', ...answers].join('\n')),
      mappingOf('cn-hotline'),
    );

    expect(rows.map(({ resolved }) => resolved)).toEqual([true, undefined, false, undefined, undefined]);
  });

  it('shows of a time that is none no more than a time has', async () => {
    const text = `CreatedDate\n"called\n${'x'.repeat(200)}"\n`;

    const { account } = await read(written('b.csv', text), mappingOf('baltimore'));

    expect(account).toMatchObject({
      value: { examples: [`line 3: CreatedDate: "called ${'x'.repeat(25)}" is no time of the mapping`] },
    });
  });

  it('leaves out a line with more cells than the header: its cells stand under the wrong names', async () => {
    const text = [
      'CreatedDate,CloseDate,Agency,SRType',
      '04/12/2018 11:00:00 AM,,Water,Leak, near the school',
      '04/12/2018 11:00:00 AM,,Water,Leak,,',
      '04/12/2018 11:00:00 AM,,Water',
    ].join('\n');

    const { rows, account } = await read(written('b.csv', text), mappingOf('baltimore'));

    expect(rows).toHaveLength(2);
    expect(account).toMatchObject({
      value: {
        examples: ['line 2: has 5 cells, the header 4: is a cell with "," in it not quoted?'],
      },
    });
  });

  it('says which columns of the mapping the file has not', async () => {
    const text = 'CreatedDate,CloseDate,Agency\n04/12/2018 11:00:00 AM,,Water\n';

    const { account } = await read(written('b.csv', text), mappingOf('baltimore'));

    if (!account.ok) throw new Error(account.error.reason);
    expect(accountLines('b.csv', account.value)).toEqual([
      'b.csv: 1 requests read as utf-8, 0 left out',
      '  not in this file: key (ServiceRequestNum); district (CouncilDistrict); place (Neighborhood); spot (Address); every column of groups',
    ]);
  });

  it('asks for the delimiter where the whole header is one cell', async () => {
    const { account } = await read(written('b.csv', 'CreatedDate;CloseDate\n'), mappingOf('baltimore'));

    expect(account).toMatchObject({
      error: { reason: expect.stringContaining('(one cell: is "," what separates the cells?)') },
    });
  });

  it('counts a request once that several lines repeat, and says so', async () => {
    const text = [
      '工单编号,登记时间,承办单位',
      'A1,2024-03-01 08:00:00,水务',
      'A1,2024-03-01 08:00:00,住建',
      ',2024-03-01 09:00:00,水务',
      ',2024-03-01 09:00:00,水务',
    ].join('\n');

    const { rows, account } = await read(written('export.csv', text), mappingOf('cn-hotline'));

    expect(rows).toHaveLength(3);
    expect(account).toMatchObject({
      value: { rejected: 1, examples: ['line 3: repeats the request A1 of an earlier line'] },
    });
  });

  it('says how many lines it left out beyond those it tells', async () => {
    const lines = Array.from({ length: 7 }, () => ',,Water,Leak');
    const text = ['CreatedDate,CloseDate,Agency,SRType', ...lines].join('\n');

    const { account } = await read(written('b.csv', text), mappingOf('baltimore'));

    if (!account.ok) throw new Error(account.error.reason);
    expect(accountLines('b.csv', account.value)).toContain('  and 2 more');
  });

  it.each([
    [
      'cn-hotline',
      Buffer.from('\ufeff登记时间,办结时间\n', 'utf16le'),
      /^its text is neither UTF-8 nor GB18030: save it as CSV in UTF-8$/,
    ],
    ['baltimore', Buffer.from([0xff, 0xfe, 0x41]), /^its text is not utf-8: save it/],
    ['cn-hotline', '登记时间\n"张三"13812345678,x\n', /^line 2: is no CSV cell: a quote is left open/],
  ])('is refused without quoting what stands in it (%s)', async (name, content, reason) => {
    const { account } = await read(written('x.csv', content), mappingOf(name));

    expect(account).toMatchObject({ ok: false, error: { reason: expect.stringMatching(reason) } });
    expect(JSON.stringify(account)).not.toContain('138');
  });

  it.each([
    ['', /is empty: a header line is needed/],
    ['a,b\n1,2\n', /no column of times: looked for CreatedDate, CloseDate; the header is a, b/],
    ['CreatedDate,"x\n', /a quote is left open/],
  ])('is refused with the reason: %j', async (text, reason) => {
    const { account } = await read(written('b.csv', text), mappingOf('baltimore'));

    expect(account).toMatchObject({ ok: false, error: { reason: expect.stringMatching(reason) } });
  });

  it('is refused where it is not there, or is not packed though its name says so', async () => {
    const missing = await read('/no/such/file.csv', mappingOf('baltimore'));
    const notPacked = await read(written('b.csv.gz', 'CreatedDate\n'), mappingOf('baltimore'));

    expect(missing.account).toMatchObject({ ok: false, error: { reason: expect.stringMatching(/ENOENT/) } });
    expect(notPacked.account).toMatchObject({
      ok: false,
      error: { reason: expect.stringMatching(/incorrect header/) },
    });
  });
});

describe('a mapping', () => {
  it('may be a file of the planner’s own, and says what is wrong with it', () => {
    const good = written('mine.json', JSON.stringify({ ...mappingOf('baltimore'), name: 'mine' }));
    const bad = written('bad.json', JSON.stringify({ ...mappingOf('baltimore'), times: [] }));

    expect(loadMapping(good)).toMatchObject({ ok: true, value: { name: 'mine' } });
    expect(loadMapping(bad)).toMatchObject({
      ok: false,
      error: [expect.stringContaining('bad.json: times')],
    });
    expect(loadMapping('chicago')).toMatchObject({
      error: [
        'there is no mapping "chicago"; known: baltimore, cn-hotline, nyc311, or a file that ends in .json',
      ],
    });
  });
});
