import type { Rules } from '../../rules/rules.ts';
import { isOrIsOver } from '../../undertaking/standing.ts';
import type { UndertakingActor, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { TopicState } from './topic.ts';

type Scope = Pick<TopicState, 'district'>;

/** Whether the actor opens, supervises and closes topics of this area: the hotline, the city, a district in its own. */
export function maySupervise(actor: UndertakingActor, { district }: Scope, rules: Rules): boolean {
  const { units } = rules;
  return isOrIsOver(actor, district ?? units.codes[units.city]!, rules);
}

/** Whether the actor is the lead, or a helper that owes milestones. */
export const takesPart = ({ unit }: UndertakingActor, { lead, helpers }: TopicState): boolean =>
  unit === lead || helpers.includes(unit);

export const forbidden = { code: 'FORBIDDEN' } as const satisfies UndertakingRefusal;
