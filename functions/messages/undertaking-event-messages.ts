import type { UndertakingKindName } from '../core/undertaking/undertaking.ts';
import { matterEventMessages } from './matter-event-messages.ts';
import { patrolEventMessages } from './patrol-messages.ts';
import type { Text } from './text.ts';
import { meetingEventMessages, topicEventMessages } from './topic-messages.ts';
import { warningEventMessages } from './warning-messages.ts';

/** What happened to an undertaking, by its kind, as history, notices and status pushes name it. */
export const undertakingEventMessages: Readonly<
  Partial<Record<UndertakingKindName, Readonly<Record<string, Text>>>>
> = {
  matter: matterEventMessages,
  meeting: meetingEventMessages,
  patrol: patrolEventMessages,
  topic: topicEventMessages,
  warning: warningEventMessages,
};
