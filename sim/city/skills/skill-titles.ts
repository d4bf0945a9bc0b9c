import type { PartTitles } from '../parts/part-result.ts';

export const skillTitles: PartTitles = {
  title: { zh: '承办人员的专长', en: 'Skills of the units’ staff' },
  lead: {
    zh: '事项须等有相应专长的人；没有人有此专长时，谁都可以办。分组与比例由场景设定（scenario.units.skills），没有公开来源。“有人空闲而等”：等候开始时，本单位有别的组空闲。',
    en: 'A matter waits for somebody who has its skill; where nobody has, anybody takes it. Groups and shares are set by the scenario (scenario.units.skills); nobody published them. “Waited beside idle people”: somebody of another group was free as the wait began.',
  },
  row: { zh: '人员组', en: 'Group of staff' },
  columns: [
    { name: 'posts', title: { zh: '岗位', en: 'Posts' }, unit: 'count' },
    { name: 'begun', title: { zh: '办理件', en: 'Matters begun' }, unit: 'count' },
    { name: 'waitHours', title: { zh: '平均等待', en: 'Mean wait' }, unit: 'hours' },
    { name: 'utilisation', title: { zh: '利用率', en: 'Used' }, unit: 'share' },
    { name: 'heldShare', title: { zh: '有人空闲而等', en: 'Waited beside idle people' }, unit: 'share' },
  ],
};
