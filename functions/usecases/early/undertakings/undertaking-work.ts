import type { Rules } from '../../../core/rules/rules.ts';
import type { UndertakingKindName } from '../../../core/undertaking/undertaking.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../deps.ts';
import { endDecision } from '../agenda/end-decision.ts';
import { matterWork } from '../matters/matter-work.ts';
import { openNextMonth } from '../patrols/open-next-month.ts';
import { measureTopic } from '../topics/measure-topic.ts';

/**
 * One bounded piece of what an undertaking does to others when its work is due: a matter answers fifty of its tickets.
 * Answers with the command that tells the undertaking how far it got. May be done twice, so each of its steps is idempotent;
 * what cannot be done now is thrown, and tried again.
 */
export type UndertakingWork = (
  deps: Deps,
  record: UndertakingRecord,
  rules: Rules,
) => Promise<{ readonly type: string }>;

/** The work of each kind that has any. */
export const undertakingWorks: Readonly<Partial<Record<UndertakingKindName, UndertakingWork>>> = {
  matter: matterWork,
  meeting: endDecision,
  patrol: openNextMonth,
  topic: measureTopic,
};
