/** What can happen to a matter, as history and messages name it. */
export const matterEvents = [
  'opened',
  'membersAdded',
  'membersJoined',
  'membersRemoved',
  'membersLeft',
  'planLaid',
  'planChanged',
  'planOverdue',
  'stepDone',
  'stepOverdue',
  'progressTold',
  'progressOverdue',
  'answered',
  'allTold',
  'allAnswered',
  'closing',
  'closingRefused',
  'closed',
] as const;

export type MatterEvent = (typeof matterEvents)[number];
