import type { BoardRow } from '../../../functions/core/score/board.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { publish, rowOf } from '../steps/boards.ts';
import { inParallel } from '../steps/in-parallel.ts';
import { holdsFor } from '../steps/live-month.ts';
import { content } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';
import type { Walker } from '../walker.ts';

const district = '110108';

/** One case here stands for a thousand of the source. */
const scale = 1_000;
const cases2018 = 303_000 / scale;
const cases2017 = Math.round(cases2018 / 1.14);
const resolved2018 = Math.round(cases2018 * 0.964);
const resolved2017 = Math.round(cases2017 * (0.964 - 0.08));

const items = ['0303-01', '0301-01', '0302-01', '0401-03', '0601-02', '0402-04'] as const;
const unresolved = { reached: true, responded: true, resolved: false, grade: 'dissatisfied' };

/** Two years of a district at a thousandth of their size: what the source counts, counted on the district's board. */
export const haidian: Walk = {
  number: 7,
  name: 'haidian',
  title: { zh: '海淀大城管', en: 'Haidian city management' },
  source: '调研报告 2018-12',
  city: 'beijing',
  pack: 'haidian-2018',
  startAt: '2017-03-01T09:00:00+08:00',
  restsOn: ['reopen.timesMax', 'callback.trigger'],
  assumes: [
    'one case stands for a thousand: 303,000 cases at their full number are a scenario of the simulator, not of this walk',
    'each year’s cases come in one month, of six kinds of street matters, dealt out over the district’s subdistricts',
    'which cases stay unresolved is every nth, so that the shares are the source’s: the walk shows the counting, not the cause',
  ],
  steps: async (w) => {
    const streets = [...w.units.values()]
      .filter(({ kind, areaParent }) => kind === 'subdistrict' && areaParent === district)
      .map(({ code }) => code);
    await w.quietly(() => live(w, { year: 2017, cases: cases2017, resolved: resolved2017, streets }));
    await publish(w, 'month', '2017-03');
    const before = await rowOf<BoardRow>(w, { kind: 'month', period: '2017-03', unit: district });
    await w.until('2018-03-01T09:00:00+08:00');
    await w.quietly(() => live(w, { year: 2018, cases: cases2018, resolved: resolved2018, streets }));
    await publish(w, 'month', '2018-03');
    const after = await rowOf<BoardRow>(w, { kind: 'month', period: '2018-03', unit: district });
    const [was, is] = [before.resolution, after.resolution];
    w.say(`2017: ${was.yes} of ${was.base} resolved; 2018: ${is.yes} of ${is.base}`);

    w.expect('cases of 2018, in thousands', after.cases, 303);
    w.expect('more than the year before, %', percent(after.cases / before.cases - 1, 0), 14);
    w.expect('resolved (解决率), %', percent(is.share!, 1), 96.4);
    w.expect('more than the year before, points', percent(is.share! - was.share!, 0), 8);
  },
};

const percent = (share: number, digits: number): number => Number((100 * share).toFixed(digits));

interface Year {
  readonly year: number;
  readonly cases: number;
  readonly resolved: number;
  readonly streets: readonly string[];
}

/** The cases of a year: taken in, answered the same day, called back. */
async function live(w: Walker, { year, cases, resolved, streets }: Year): Promise<void> {
  const numbers = Array.from({ length: cases }, (_, n) => n);
  const isResolved = (n: number) => holdsFor(n, cases, resolved);
  const tickets = await inParallel(numbers, (n) =>
    w.hotline.submit({
      source: 'haidian',
      sourceKey: `${year}-${n}`,
      kind: 'complaint',
      channel: 'phone',
      description: '街面环境问题。',
      itemCode: items[n % items.length],
      place: { unitCode: streets[n % streets.length] },
    }),
  );
  await inParallel(tickets, (ticket) => w.as(ticket.leadUnit!).command(ticket, 'sign'));
  await w.pass(4 * hourMs);
  await inParallel(tickets, async (ticket, n) => {
    await w.as(ticket.leadUnit!).command(ticket, 'answer', { text: '已处理。' });
    const called = await w.hotline.command(ticket, 'recordCallback', isResolved(n) ? content : unresolved);
    if (called.status !== 'closed') await w.as(district).command(ticket, 'close', { text: '转入长期治理。' });
  });
}
