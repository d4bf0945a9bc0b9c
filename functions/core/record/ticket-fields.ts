/** Instants of a ticket, `NEVER` in memory and absent in a store. */
export const instants = [
  'openedAt',
  'dispatchedAt',
  'signedAt',
  'contactedAt',
  'answeredAt',
  'closedAt',
  'overdueAt',
  'runningSince',
  'dueAt',
  'dispatchBy',
  'signBy',
  'contactBy',
  'rungAt',
  'arbitrateBy',
  'callbackAt',
  'reviewAt',
  'elderCheckAt',
  'countAt',
] as const;

/** Numbers that mean the same in memory and in a store. */
export const copied = [
  'lastAt',
  'usedMs',
  'rung',
  'reviews',
  'reopens',
  'transfers',
  'disputes',
  'extensions',
  'callbackAttempts',
  'whistles',
  'extensionAskedMs',
  'entries',
  'effects',
] as const;
