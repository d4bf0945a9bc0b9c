import { topicState } from '../../../core/early/topic/topic.ts';
import type { TopicCommand } from '../../../core/early/topic/topic-command.ts';
import { type DurationMs, hourMs, minuteMs } from '../../../core/time.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../deps.ts';

/** Months that are being counted are looked for again after this long, then twice as long, and so on. */
const firstWaitMs: DurationMs = minuteMs;
const waitMaxMs: DurationMs = 4 * hourMs;

/** The work of a topic: brings what was counted of the months that are due, or comes back when they may be counted. */
export async function measureTopic(deps: Deps, { state }: UndertakingRecord): Promise<TopicCommand> {
  const { measuring, items, district } = topicState.parse(state);
  if (measuring === undefined) throw new Error('a topic without months to be measured was set to work');
  const { from, to, tries } = measuring;
  const counted = await deps.tables?.countsOf({ from, to, items, district });
  if (counted !== undefined) return { type: 'measured', measured: { from, to, ...counted } };
  return { type: 'putOff', until: deps.clock.now() + Math.min(firstWaitMs * 2 ** tries, waitMaxMs) };
}
