import type { Text } from './text.ts';

/** The columns of a board's table. */
export const boardWords = {
  rank: { zh: '排名', en: 'Rank' },
  unitCode: { zh: '单位代码', en: 'Unit code' },
  unit: { zh: '单位', en: 'Unit' },
  score: { zh: '得分', en: 'Score' },
  rankBefore: { zh: '上期排名', en: 'Rank before' },
  movement: { zh: '升降', en: 'Movement' },
  class: { zh: '类别', en: 'Class' },
  cases: { zh: '办结件数', en: 'Cases' },
  response: { zh: '响应率（%）', en: 'Response rate (%)' },
  responseBase: { zh: '响应率基数', en: 'Base of response rate' },
  resolution: { zh: '解决率（%）', en: 'Resolution rate (%)' },
  resolutionBase: { zh: '解决率基数', en: 'Base of resolution rate' },
  satisfaction: { zh: '满意率（%）', en: 'Satisfaction rate (%)' },
  satisfactionBase: { zh: '满意率基数', en: 'Base of satisfaction rate' },
  onTime: { zh: '按时办结率（%）', en: 'On-time share (%)' },
  onTimeBase: { zh: '按时办结率基数', en: 'Base of on-time share' },
  trade: { zh: '行业', en: 'Trade: ' },
  overdueOpen: { zh: '超期未结', en: 'Open and overdue' },
  excluded: { zh: '剔除', en: 'Excluded' },
  notCounted: { zh: '不计入', en: 'Not counted' },
  apart: { zh: '单列', en: 'Counted apart' },
  bonus: { zh: '加分', en: 'Bonus' },
  deduction: { zh: '扣分', en: 'Deduction' },
  ratings: { zh: '评价数', en: ': ratings' },
} as const satisfies Record<string, Text>;
