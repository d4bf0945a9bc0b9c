import type { BoardRow } from '../../../functions/core/score/board.ts';
import { dayMs } from '../../../functions/core/time.ts';
import { publish, rowOf } from '../steps/boards.ts';
import { holdsFor, liveMonth } from '../steps/live-month.ts';
import type { Walk } from '../walk.ts';

const department = 'health';
const street = '110101006';
const own = { count: 10, resolved: 8, satisfied: 9, itemCode: '1101-05' } as const;
const trade = { count: 20, resolved: 10, satisfied: 15, itemCode: '1102-03' } as const;

/** Past the deadline of the slower tier, within the callback's window of the faster one. */
const askedAfterMs = 7 * dayMs;

/** A department's month: the three rates of its own cases and those of the trade it supervises. */
export const departmentAndTrade: Walk = {
  number: 12,
  name: 'department-and-trade',
  title: { zh: '部门+行业', en: 'the department and its trade' },
  source: '工人日报 2023',
  city: 'beijing',
  pack: 'beijing-2023',
  startAt: '2023-05-04T09:00:00+08:00',
  restsOn: [
    'score.month.department',
    'score.month.rates.response.weight',
    'score.month.rates.resolution.weight',
    'score.month.rates.satisfaction.weight',
  ],
  assumes: ['ten cases of 市卫生健康委 itself and twenty of its trade that a subdistrict answers for'],
  steps: async (w) => {
    const cases = [own, trade].flatMap(({ count, resolved, satisfied, itemCode }) =>
      Array.from({ length: count }, (_, n) => ({
        sourceKey: `${itemCode}-${n}`,
        itemCode,
        place: street,
        responded: true,
        resolved: holdsFor(n, count, resolved),
        satisfied: holdsFor(n, count, satisfied),
      })),
    );
    const closed = await w.quietly(() => liveMonth(w, cases, askedAfterMs));
    const leads = Map.groupBy(closed, ({ leadUnit }) => leadUnit);
    w.say(
      `${closed.length} cases closed: ${[...leads].map(([lead, all]) => `${w.units.get(lead!)?.zh} ${all.length}`).join(', ')}`,
    );
    const month = closed[0]!.closedAt!.slice(0, 7);
    await w.until('2023-07-01T00:00:00+08:00');
    await publish(w, 'month', month);
    const row = await rowOf<BoardRow>(w, { kind: 'month', period: month, unit: department });
    w.expect(
      'its own cases (部门自办): resolved of asked',
      [row.resolution.yes, row.resolution.base],
      [8, 10],
    );
    w.expect(
      'its trade (主管行业): resolved of asked',
      [row.trade?.resolution.yes, row.trade?.resolution.base],
      [10, 20],
    );
    w.expect('own score by hand: 20 + 40 x 8/10 + 40 x 9/10', 20 + 32 + 36, 88);
    w.expect('trade score by hand: 20 + 40 x 10/20 + 40 x 15/20', 20 + 20 + 30, 70);
    w.expect('its month: half of each', row.score, 79);
  },
};
