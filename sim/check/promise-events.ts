/** What only time does, by a promise of the ticket itself. A dispatch by the rules is the clock's too, but nobody promised it. */
export const promiseEvents: ReadonlySet<string> = new Set([
  'dispatchOverdue',
  'signOverdue',
  'contactOverdue',
  'rungClimbed',
  'arbitrationOverdue',
  'helperOverdue',
  'arrivalOverdue',
  'arrivalMissed',
  'passOverdue',
  'rulingOverdue',
  'callbackDue',
  'callbackMissed',
  'reviewed',
  'countedOverdue',
]);
