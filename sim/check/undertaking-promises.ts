/** What only time does to undertakings, by a promise of their own; what time brings from outside, as a count, is none. */
export const undertakingPromises: ReadonlySet<string> = new Set([
  'planOverdue',
  'stepOverdue',
  'progressOverdue',
  'milestoneWarned',
  'milestoneMissed',
  'milestoneEscalated',
  'warningRungClimbed',
  'warningOverdue',
  'warningUnmeasured',
  'roundMissed',
  'meetingDecisionsDue',
]);
