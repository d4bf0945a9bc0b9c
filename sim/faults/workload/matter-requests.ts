import { type EpochMs, minuteMs } from '../../../functions/core/time.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import { standing } from '../../check/checker.ts';
import type { Facts } from '../../check/facts.ts';
import { undertakingsOf } from '../../check/undertakings-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const lead = 'daanshan';
const openers = ['fangshan', 'beijing'] as const;

/** What can be asked of a matter, what leads it on more often; mostly by its lead. */
const asks = [
  ['layMatterPlan', lead],
  ['tellMatterProgress', lead],
  ['answerMatter', lead],
  ['answerMatter', lead],
  ['finishMatterStep', lead],
  ['addMatterMembers', 'fangshan'],
  ['removeMatterMembers', 'fangshan'],
  ['closeMatter', lead],
  ['answerMatter', 'fangshan-police'],
] as const satisfies readonly (readonly [OperationId, string])[];

/** A district makes one matter of several tickets. */
export function newMatter(op: Op, facts: Facts): Wanted | undefined {
  const ticketIds = someTickets(op, facts);
  if (ticketIds.length === 0) return undefined;
  return {
    operationId: 'openMatter',
    caller: staffOf(openers[op.who % openers.length]!),
    key: `matter-${op.n}`,
    path: {},
    body: { title: '同因诉求', itemCode: '0101-01', leadUnit: lead, ticketIds },
  };
}

/** Something asked of a matter that is there. */
export function onMatter(op: Op, facts: Facts, now: EpochMs): Wanted | undefined {
  const ids = undertakingsOf(facts, 'matter').map(({ id }) => id);
  const matterId = ids[op.ticket % Math.max(1, ids.length)];
  if (matterId === undefined) return undefined;
  const [operationId, by] = asks[op.pick % asks.length]!;
  const body = bodyOf(operationId, op, facts, now);
  return { operationId, caller: staffOf(by), key: `step-${op.n}`, path: { matterId }, body };
}

function bodyOf(operationId: (typeof asks)[number][0], op: Op, facts: Facts, now: EpochMs) {
  const text = privateText(op.n);
  switch (operationId) {
    case 'layMatterPlan': {
      const by = new Date(now + (1 + (op.a % 9)) * minuteMs).toISOString();
      return { steps: [{ title: '现场处置', ownerUnit: 'fangshan-urban', by }], text };
    }
    case 'finishMatterStep':
      return { step: 1 };
    case 'addMatterMembers':
    case 'removeMatterMembers':
      return { ticketIds: someTickets(op, facts) };
    case 'closeMatter':
      return {};
    default:
      return { text };
  }
}

/** Every other ticket, or so. */
function someTickets({ a, b }: Op, facts: Facts): readonly string[] {
  const ids = standing(facts).map(({ id }) => id);
  return ids.filter((_, n) => ((a >> n) & 1) === 1 || n === b % ids.length);
}
