import { type DurationMs, dayMs, hourMs, secondMs } from '../../../functions/core/time.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import type { Walk } from '../walk.ts';

const jianguomen = '110101008';

/** A matter of each tier, by the source's limits. */
const tiers: readonly { tier: string; limitMs: DurationMs; itemCode: string; text: string }[] = [
  { tier: 'emergency', limitMs: 2 * hourMs, itemCode: '0104-01', text: '楼道里有很重的燃气味。' },
  { tier: 'basics', limitMs: 24 * hourMs, itemCode: '0101-02', text: '整栋楼停水了。' },
  { tier: 'general', limitMs: 7 * dayMs, itemCode: '0204-04', text: '楼上群租，夜里吵闹。' },
  { tier: 'complex', limitMs: 15 * dayMs, itemCode: '0203-05', text: '老楼想加装电梯。' },
];

/** Four limits, hit to the second: answered at the limit is on time, a second later is not. */
export const fourTiers: Walk = {
  number: 10,
  name: 'four-tiers',
  title: { zh: '四级响应', en: 'four tiers of response' },
  source: '工人日报 2023; draft standard of 2021-12',
  city: 'beijing',
  pack: 'beijing-2019',
  startAt: '2019-05-06T09:00:00+08:00',
  restsOn: ['tiers', 'intake.lateMax', 'handling.startsAt', 'escalation.rungs'],
  assumes: ['which item has which tier is marked row by row in the catalogue'],
  steps: async (w) => {
    const lead = w.as(jianguomen);
    const pairs: { tier: string; limitMs: DurationMs; atLimit: TicketView; after: TicketView }[] = [];
    for (const { tier, limitMs, itemCode, text } of tiers) {
      const submit = async (key: string) => {
        const ticket = await w.hotline.submit({
          source: '12345',
          sourceKey: `${tier}-${key}`,
          kind: 'help',
          channel: 'phone',
          description: text,
          itemCode,
          place: { unitCode: jianguomen },
        });
        await lead.command(ticket, 'sign');
        return ticket;
      };
      pairs.push({ tier, limitMs, atLimit: await submit('at'), after: await submit('after') });
    }
    const begun = w.now();
    const byPlatform = await w.hotline.submit({
      source: '12345',
      sourceKey: 'platform',
      kind: 'help',
      channel: 'phone',
      description: '群租房里有人私接电线，冒烟。',
      itemCode: '0204-04',
      tier: 'emergency',
      place: { unitCode: jianguomen },
    });
    w.expect('the platform decides the tier, whatever the item has', byPlatform.tier, 'emergency');

    for (const { tier, limitMs, atLimit, after } of pairs) {
      w.expect(`${tier}: the limit in ms`, Date.parse(atLimit.dueAt!) - begun, limitMs);
      await w.until(begun + limitMs);
      const onTime = await lead.command(atLimit, 'answer', { text: '已办结。' });
      w.expect(`${tier}: answered at the limit: overdue (超期)`, onTime.overdue, false);
      await w.pass(secondMs);
      const late = await lead.command(after, 'answer', { text: '已办结。' });
      w.expect(`${tier}: answered a second later: overdue (超期)`, late.overdue, true);
      const { history } = await w.read(after);
      const deadline = history.find(
        ({ event, unitCode }) => event === 'rungClimbed' && unitCode === '110101',
      );
      w.expect(
        `${tier}: the district was told at the limit itself, ms after the start`,
        Date.parse(deadline?.at ?? '') - begun,
        limitMs,
      );
    }
  },
};
