/** What a citizen wants (诉求类型): 咨询, 求助, 投诉, 举报, 建议, 表扬. A `patrol` finding (巡查) has no citizen. */
export const requestKinds = [
  'consult',
  'help',
  'complaint',
  'report',
  'suggestion',
  'praise',
  'patrol',
] as const;

/** How a closed ticket ended. Numbers index `outcomes`. */
export const outcomes = [
  'open',
  'resolved',
  'unresolved',
  'unreachable',
  'notCalled',
  'onTheSpot',
  'withdrawn',
  'outOfRemit',
] as const;

export type OutcomeName = (typeof outcomes)[number];

export const Outcome = {
  open: 0,
  resolved: 1,
  unresolved: 2,
  unreachable: 3,
  notCalled: 4,
  onTheSpot: 5,
  withdrawn: 6,
  outOfRemit: 7,
} as const satisfies Record<OutcomeName, number>;

export type Outcome = (typeof Outcome)[OutcomeName];

/** A citizen's answer to a yes-or-no question; `unknown` when it was not asked or not answered. */
export const Answer = { unknown: 0, yes: 1, no: 2 } as const;
export type Answer = (typeof Answer)[keyof typeof Answer];
