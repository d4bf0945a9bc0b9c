import type { PartTitles } from '../parts/part-result.ts';

export const helpTitles: PartTitles = {
  title: { zh: '协办单位的队列', en: 'Queues of helping units' },
  lead: {
    zh: '协办部分在协办单位自己的岗位上排队办理，主责单位等齐后才能答复。每部分用多少人力由场景设定（scenario.units.help），没有公开来源。',
    en: 'A helper’s part waits for a desk of the helping unit, and the lead cannot go on before every part is done. How much work a part takes is set by the scenario (scenario.units.help); nobody published it.',
  },
  row: { zh: '协办单位', en: 'Helping unit' },
  columns: [
    { name: 'parts', title: { zh: '协办件', en: 'Parts done' }, unit: 'count' },
    { name: 'waitHours', title: { zh: '平均等待', en: 'Mean wait for a desk' }, unit: 'hours' },
    { name: 'stayHours', title: { zh: '平均用时', en: 'Mean time to done' }, unit: 'hours' },
    { name: 'lateShare', title: { zh: '超期率', en: 'Past the helper’s limit' }, unit: 'share' },
  ],
};
