import { instantText } from '../../../functions/core/instant-text.ts';
import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { inParallel } from '../steps/in-parallel.ts';
import { content } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';
import type { Walker } from '../walker.ts';

const district = '110101';
const casesLoaded = 5_273;
const casesLeft = 87;
const rowsPerImport = 100;
const items = ['0401-02', '0401-03', '0204-04', '0303-01', '0601-02'] as const;

interface Imported {
  readonly results: readonly { readonly status: number; readonly ticketId: string }[];
}

interface Counts {
  readonly total: { readonly open: number; readonly overdue: number };
}

/** Thousands of old cases come in with their own dates, press nobody, and are followed until the last one. */
export const dongchengBacklog: Walk = {
  number: 19,
  name: 'dongcheng-backlog',
  title: { zh: '东城积案', en: 'the old cases of Dongcheng' },
  source: '调研报告 2018-12',
  city: 'beijing',
  pack: 'dongcheng-backlog',
  startAt: '2018-03-01T08:00:00+08:00',
  restsOn: ['handling.signing', 'escalation.rungs'],
  assumes: [
    'what the cases were about and when they came in is not published: five kinds of long-standing matters, from 2015 to 2017',
    'they are dealt out over the 17 subdistricts in turn',
  ],
  steps: async (w) => {
    const places = [...w.units.values()].filter(
      ({ kind, areaParent }) => kind === 'subdistrict' && areaParent === district,
    );
    const row = (n: number) => ({
      source: 'dongcheng-archive',
      sourceKey: `old-${n}`,
      kind: 'complaint',
      channel: 'superior',
      description: '多年积压、久拖不决的事项。',
      itemCode: items[n % items.length],
      place: { unitCode: places[n % places.length]!.code },
      requestedAt: instantText(Date.parse('2015-01-05T09:00:00+08:00') + n * 5 * hourMs, 8 * hourMs),
    });
    const ids = await w.quietly(() =>
      load(
        w,
        Array.from({ length: casesLoaded }, (_, n) => row(n)),
      ),
    );
    w.say(`${ids.length} old cases loaded by POST /imports, ${rowsPerImport} at a time`);
    w.expect('old cases loaded (积案)', new Set(ids).size, casesLoaded);

    const pressed = () => w.sent.filter(({ event }) => event === 'rungClimbed').length;
    const { ticket, history } = await w.read({ ticketId: ids[0]! });
    w.expect('with their own dates', ticket.openedAt, '2015-01-05T09:00:00.000+08:00');
    w.expect(
      'overdue when loaded, and it says so once',
      [ticket.overdue, history.filter(({ event }) => event === 'loadedOverdue').length],
      [true, 1],
    );
    await w.pass(7 * dayMs);
    w.expect('escalations set off by loading, a week later', pressed(), 0);
    const before = await w.as(district).get<Counts>(`/counts?unit=${district}`, {
      what: '在办统计',
      fact: ({ total }: Counts) => `${total.open} open, ${total.overdue} overdue`,
    });
    w.expect('open in the district', before.total.open, casesLoaded);

    const solved = ids.slice(0, casesLoaded - casesLeft);
    await w.quietly(() => solve(w, solved, places));
    w.say(`${solved.length} answered by their subdistricts, their citizens called back`);
    const after = await w.as(district).get<Counts>(`/counts?unit=${district}`, {
      what: '在办统计',
      fact: ({ total }: Counts) => `${total.open} open`,
    });
    w.expect('still in hand (正在处理)', after.total.open, casesLeft);
  },
};

async function load(w: Walker, rows: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < rows.length; at += rowsPerImport) {
    const tickets = rows.slice(at, at + rowsPerImport);
    const { results } = await w.hotline.post<Imported>('/imports', { tickets });
    ids.push(...results.filter(({ status }) => status === 201).map(({ ticketId }) => ticketId));
  }
  return ids;
}

async function solve(w: Walker, ids: readonly string[], places: readonly { code: string }[]): Promise<void> {
  const leads = places.map(({ code }) => w.as(code));
  await inParallel(ids, async (ticketId, n) => {
    await leads[n % leads.length]!.command({ ticketId }, 'answer', { text: '已解决。' });
    await w.hotline.command({ ticketId }, 'recordCallback', content);
  });
}
