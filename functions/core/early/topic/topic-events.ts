/** What can happen to a topic of the month, as its history and messages name it. */
export const topicEvents = [
  'topicOpened',
  'topicAmended',
  'milestoneReported',
  'milestoneDone',
  'milestoneWarned',
  'milestoneMissed',
  'milestoneEscalated',
  'milestoneExtensionAsked',
  'milestoneExtended',
  'milestoneExtensionRefused',
  'baselineCounted',
  'topicEvaluationAsked',
  'topicEvaluated',
  'topicClosed',
  'topicWithdrawn',
  'topicMeasured',
  'topicReboundFound',
  'measuringPutOff',
  'topicTrackingEnded',
] as const;

export type TopicEvent = (typeof topicEvents)[number];
