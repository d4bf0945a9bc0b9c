/**
 * Where a ticket (工单) stands. Numbers index tables and fit the simulator's rows; stores and answers use the names.
 * `type` is what Open311 shows a citizen.
 */
export const Status = {
  submitted: 0,
  dispatched: 1,
  disputed: 2,
  signed: 3,
  handling: 4,
  suspended: 5,
  answered: 6,
  calledBack: 7,
  merged: 8,
  closed: 9,
  withdrawn: 10,
  outOfRemit: 11,
} as const;

export type StatusName = keyof typeof Status;
export type Status = (typeof Status)[StatusName];

export const statusNames = Object.keys(Status) as readonly StatusName[];

/** 待分派 … 不予受理: labels and the open / closed type kept apart from them. */
export const statusFacts = {
  submitted: { zh: '待派单', en: 'Awaiting dispatch', type: 'open' },
  dispatched: { zh: '已派单', en: 'Dispatched', type: 'open' },
  disputed: { zh: '派单异议', en: 'Dispatch disputed', type: 'open' },
  signed: { zh: '已签收', en: 'Signed', type: 'open' },
  handling: { zh: '办理中', en: 'In hand', type: 'open' },
  suspended: { zh: '挂账', en: 'Suspended', type: 'open' },
  answered: { zh: '已答复', en: 'Answered', type: 'open' },
  calledBack: { zh: '回访未解决', en: 'Called back, not resolved', type: 'open' },
  merged: { zh: '已并单', en: 'Merged', type: 'open' },
  closed: { zh: '已办结', en: 'Closed', type: 'closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', type: 'closed' },
  outOfRemit: { zh: '不予受理', en: 'Out of remit', type: 'closed' },
} as const satisfies Record<StatusName, { zh: string; en: string; type: 'open' | 'closed' }>;

/** Whether nothing more can happen to a ticket of this status. */
export const isTerminal = (status: Status): boolean => status >= Status.closed;
