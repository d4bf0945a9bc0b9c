import { thaw } from '../../../functions/core/record/freeze.ts';
import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { acceptedBy, commandTable } from '../../../functions/core/ticket/command-table.ts';
import type { Relation } from '../../../functions/core/ticket/relations.ts';
import { type StatusName, statusNames } from '../../../functions/core/ticket/status.ts';
import type { Ticket } from '../../../functions/core/ticket/ticket.ts';
import { arbiterOf } from '../../../functions/core/ticket/transitions/disputing.ts';
import { districtOf } from '../../../functions/core/ticket/transitions/others.ts';
import { type ApiCommand, apiCommands } from '../../../functions/http/command-routes.ts';
import { type Choice, commandBody } from './command-body.ts';
import type { Op } from './op.ts';
import { nextOfSummons } from './summons-command.ts';

/** Who asks (a unit's code, or `hotline`) for what. */
export interface ChosenCommand {
  readonly type: ApiCommand;
  readonly by: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * What a step asks of a ticket as it stands: mostly what its status accepts, by somebody who may; sometimes anything, by
 * anybody. `undefined` when nobody stands so that he could ask.
 */
export function chooseCommand(
  op: Op,
  record: TicketRecord,
  rules: Rules,
  others: readonly string[],
): ChosenCommand | undefined {
  const t = thaw(record.state, rules);
  const isAnything = op.kind === 'anything';
  const choice: Choice = { op, t, rules, others };
  if (!isAnything && t.openSummonses > 0 && op.pick % 3 > 0) return nextOfSummons(choice);
  const status: StatusName = statusNames[t.status]!;
  const types = isAnything || likely[status].length === 0 ? apiCommands : likely[status];
  const type = types[op.pick % types.length]!;
  const relations: readonly Relation[] = commandTable[type].by;
  const by = isAnything
    ? op.who % rules.units.count
    : actorIn(relations[op.who % relations.length]!, op, t, rules);
  if (by === undefined) return undefined;
  const body = commandBody(type, by, choice);
  return body && { type, by: by === hotline ? 'hotline' : rules.units.codes[by]!, body };
}

const hotline = -2;

function actorIn(relation: Relation, { a, b }: Op, t: Ticket, rules: Rules): number | undefined {
  switch (relation) {
    case 'clock':
      return undefined;
    case 'hotline':
      return hotline;
    case 'lead':
      return t.lead === noUnit ? undefined : t.lead;
    case 'helper':
      return t.helpers[a % Math.max(1, t.helpers.length)]?.unit;
    case 'summoned':
      return t.summonses[a % Math.max(1, t.summonses.length)]?.unit;
    case 'blower':
      return t.summonses[a % Math.max(1, t.summonses.length)]?.blower;
    case 'area':
    case 'street':
      return t.place === noUnit ? undefined : t.place;
    case 'local':
      return rules.units.byCode.get('fangshan-urban');
    case 'district':
      return b % 4 === 0 ? rules.units.city : districtOf(t, rules);
    case 'arbiter':
      return t.lead === noUnit ? undefined : arbiterOf(t, rules);
    case 'supervisor':
      return b % 2 === 0 || t.lead === noUnit ? rules.units.city : arbiterOf(t, rules);
  }
}

/** What leads a ticket on comes more often than talk, and what ends it early seldom. */
const weights: Partial<Record<ApiCommand, number>> = {
  ...{ triage: 24, sign: 12, contact: 4, answer: 8, recordCallback: 24, resume: 6, arbitrate: 12 },
  ...{ blowWhistle: 12, addHelper: 6, helperDone: 6, dispute: 4, suspend: 4, merge: 4 },
  ...{ askExtension: 6, grantExtension: 8, reopen: 6, close: 4, rateSummons: 3, answerOnTheSpot: 2 },
};

const likely = Object.fromEntries(
  statusNames.map((status) => [
    status,
    acceptedBy[status]
      .filter((type) => type !== 'elderSeen')
      .flatMap((type) => Array.from({ length: weights[type as ApiCommand] ?? 1 }, () => type)),
  ]),
) as Record<StatusName, ApiCommand[]>;
