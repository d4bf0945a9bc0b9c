import type { InspectionFault } from '../core/inspection/inspect.ts';

/** What each fault is called in the export. */
export const inspectionFaultTitles = {
  lateArrival: '报到迟到',
  missedArrival: '未报到',
  lateAnswer: '超期办结',
  openOverdue: '月末超期未结',
} as const satisfies Record<InspectionFault, string>;

/** The headings of an inspection's file, in the order of its columns. */
export const inspectionHeadings = [
  '单位代码',
  '月份',
  '问题',
  '工单号',
  '类别',
  '吹哨单位',
  '应到时限',
  '到场时间',
  '迟到分钟',
  '记录时间',
] as const;
