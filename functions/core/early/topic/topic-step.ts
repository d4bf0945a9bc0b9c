import type { Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { TopicState } from './topic.ts';
import type { TopicCommand, TopicCommandOf } from './topic-command.ts';
import type { TopicEvent } from './topic-events.ts';
import type { TopicRules } from './topic-rules.ts';

/** What a command meets beside the state: who asks, when, by which rules, and where what happened is written. */
export interface TopicContext {
  readonly actor: UndertakingActor;
  readonly now: EpochMs;
  readonly rules: Rules;
  readonly topic: TopicRules;
  readonly out: UndertakingOut<TopicEvent>;
}

/** What one command makes of a topic whose status accepts it. */
export type TopicStep<Type extends TopicCommand['type']> = (
  state: TopicState,
  command: TopicCommandOf<Type>,
  context: TopicContext,
) => Result<TopicState, UndertakingRefusal>;
