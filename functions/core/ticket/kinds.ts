/**
 * What a citizen wants (诉求类型): 咨询, 求助, 投诉, 举报, 建议, 表扬. A `patrol` finding (巡查), a `project` (项目) and a
 * `service` matter (政务服务事项) have no citizen.
 */
export const requestKinds = [
  'consult',
  'help',
  'complaint',
  'report',
  'suggestion',
  'praise',
  'patrol',
  'project',
  'service',
] as const;

export type RequestKind = (typeof requestKinds)[number];

/** Matters with nobody to call: they end at the answer and are counted apart from complaints. */
const withoutCitizen: ReadonlySet<RequestKind> = new Set(['patrol', 'project', 'service']);

/** Whether a ticket of this kind (an index of `requestKinds`) has a citizen who is contacted and called back. */
export const hasCitizen = (kind: number): boolean => withCitizen[kind]!;

const withCitizen: readonly boolean[] = requestKinds.map((kind) => !withoutCitizen.has(kind));

/** How a closed ticket ended. Numbers index `outcomes`. `done`: the lead's word for a matter without a citizen to ask. */
export const outcomes = [
  'open',
  'resolved',
  'unresolved',
  'unreachable',
  'notCalled',
  'onTheSpot',
  'withdrawn',
  'outOfRemit',
  'done',
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
  done: 8,
} as const satisfies Record<OutcomeName, number>;

export type Outcome = (typeof Outcome)[OutcomeName];

/** A citizen's answer to a yes-or-no question; `unknown` when it was not asked or not answered. */
export const Answer = { unknown: 0, yes: 1, no: 2 } as const;
export type Answer = (typeof Answer)[keyof typeof Answer];
