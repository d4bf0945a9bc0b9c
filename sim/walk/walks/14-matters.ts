import type { Walk } from '../walk.ts';
import { closedShop } from './matters/closed-shop.ts';
import { unpaidWages } from './matters/unpaid-wages.ts';

/** Many requests with one cause become one matter with one lead and one plan; every citizen is answered and called himself. */
export const matters: Walk = {
  number: 14,
  name: 'matters',
  title: { zh: '未诉先办：同因并案', en: 'acting early: many requests, one cause' },
  source: '001: a closed barber shop with 1,700 members; unpaid wages of 49 workers in 5 batches',
  city: 'beijing',
  pack: 'beijing-2023',
  startAt: '2023-03-06T09:00:00+08:00',
  restsOn: ['early.matter', 'early.repeat', 'callback.trigger'],
  assumes: [
    'that each of the about 1,700 members called: the source tells of many calls',
    'the street of the shop, that 100 callers named their own street in another district, and the days of the calls',
    'that 9 members are not content at first, and that 3 have withdrawn before they are answered',
    'how the 49 workers and the 1,697,000 yuan fall on the 5 batches, and the days between them',
  ],
  steps: async (w) => {
    await closedShop(w);
    await unpaidWages(w);
  },
};
