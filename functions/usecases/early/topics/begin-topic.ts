import { openTopic, topicName } from '../../../core/early/topic/open-topic.ts';
import type { NewTopic } from '../../../core/early/topic/topic-command.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import type { UndertakenResult } from '../undertakings/undertaking-request.ts';

/** Opens a topic for a month (每月一题), once: the same matters in the same month are the same topic. */
export async function beginTopic(
  deps: Deps,
  asked: NewTopic,
  { caller, commandId }: { readonly caller: Caller; readonly commandId: string },
): UndertakenResult {
  const part = earlyPart(deps.city.rules, 'topic');
  if (!part.ok) return part;
  return openUndertaking(deps, {
    kind: 'topic',
    about: topicName(asked),
    said: asked,
    caller,
    commandId,
    begin: (actor, now, rules, out) => openTopic(asked, { actor, now, rules, topic: part.value, out }),
  });
}
