import type { BoardRow } from '../../../functions/core/score/board.ts';
import { minuteMs } from '../../../functions/core/time.ts';
import { publish, rowOf, rowsOf } from '../steps/boards.ts';
import { holdsFor, liveMonth } from '../steps/live-month.ts';
import type { Walk } from '../walk.ts';
import type { Walker } from '../walker.ts';

const district = '110101';
const items = ['0301-01', '0303-01', '0201-01', '0402-04'] as const;
const byteOrderMark = '\ufeff';

/** A month of a hundred cases at the rates the source gives for its first year, and one at those of its last. */
export const threeRates: Walk = {
  number: 11,
  name: 'three-rates',
  title: { zh: '三率考评、每月通报排名', en: 'three rates, ranked each month' },
  source: '工人日报 2023',
  city: 'beijing',
  pack: 'beijing-2019',
  startAt: '2019-01-07T09:00:00+08:00',
  restsOn: ['score.month', 'reopen', 'callback'],
  assumes: [
    'a hundred cases of 东城区 stand for a month of the city; which of them stay unresolved is every nth',
    'in which month of 2019 and of 2023 the city stood at these rates is not published: January',
    'Beijing’s directory has no communities and villages: their group of the board is there and empty',
  ],
  steps: async (w) => {
    const streets = [...w.units.values()]
      .filter(({ kind, areaParent }) => kind === 'subdistrict' && areaParent === district)
      .map(({ code }) => code);
    const first = await month(w, { period: '2019-01', streets, resolved: 53, satisfied: 65 });
    await w.until('2023-01-02T09:00:00+08:00');
    const last = await month(w, { period: '2023-01', streets, resolved: 94, satisfied: 95 });
    w.expect(
      'resolution (解决率), %',
      [percent(first.resolution.share), percent(last.resolution.share)],
      [53, 94],
    );
    w.expect(
      'satisfaction (满意率), %',
      [percent(first.satisfaction.share), percent(last.satisfaction.share)],
      [65, 95],
    );
    w.expect(
      'satisfaction is the higher at both ends (满意率始终高于解决率)',
      [first, last].every(({ resolution, satisfaction }) => satisfaction.share! > resolution.share!),
      true,
    );

    const rows = await rowsOf<BoardRow>(w, { kind: 'month', period: '2023-01', group: 'subdistricts' });
    const ranked = rows.filter(({ rank }) => rank !== undefined);
    w.expect('subdistricts with cases are ranked (排名)', ranked.length, streets.length);
    w.expect(
      'by score',
      ranked.every(({ score = 0 }, n) => score <= (ranked[n - 1]?.score ?? 100)),
      true,
    );
    for (const group of ['districts', 'departments', 'enterprises', 'communities']) {
      await w.quietly(() => rowsOf(w, { kind: 'month', period: '2023-01', group }));
    }
    w.say('districts, departments, enterprises and communities have groups of their own');
    const csv = await w
      .as('110000')
      .getText('/boards/month/2023-01/groups/subdistricts/export.csv', { what: '导出通报' });
    w.expect('the export opens as it is: byte-order mark', csv.startsWith(byteOrderMark), true);
    w.say(csv.split('\n')[0]!.slice(1).trim());
  },
};

const percent = (share: number | undefined) => Math.round(100 * (share ?? 0));

interface Month {
  readonly period: string;
  readonly streets: readonly string[];
  readonly resolved: number;
  readonly satisfied: number;
}

async function month(w: Walker, { period, streets, resolved, satisfied }: Month): Promise<BoardRow> {
  const cases = Array.from({ length: 100 }, (_, n) => ({
    sourceKey: `${period}-${n}`,
    itemCode: items[n % items.length]!,
    place: streets[n % streets.length]!,
    responded: true,
    resolved: holdsFor(n, 100, resolved),
    satisfied: holdsFor(n, 100, satisfied),
  }));
  const closed = await w.quietly(() => liveMonth(w, cases, minuteMs));
  w.say(`${period}: ${closed.length} cases taken in, answered, called back and closed`);
  await publish(w, 'month', period);
  return rowOf<BoardRow>(w, { kind: 'month', period, unit: district });
}
