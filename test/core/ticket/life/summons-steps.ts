import type { Rules } from '../../../../functions/core/rules/rules.ts';
import { type Command, keep } from '../../../../functions/core/ticket/command.ts';
import {
  SummonsStatus,
  type SummonsStatusName,
  type Ticket,
} from '../../../../functions/core/ticket/ticket.ts';
import { inChargeOf, isOut } from '../../../../functions/core/ticket/transitions/others.ts';
import type { Step } from './steps.ts';

/** What may come next for a summons, by where it stands; what is not named comes by time alone. */
const next = {
  routed: ['passOn', 'passOn', 'passOnTo', 'urgeSummons'],
  called: ['arrive', 'arrive', 'acknowledgeSummons', 'declineSummons', 'sendStandIn'],
  acknowledged: ['arrive', 'arrive', 'declineSummons', 'sendStandIn'],
  contested: ['ruleOnSummons', 'ruleOnSummons', 'arrive', 'urgeSummons'],
  arrived: ['startTask', 'finishTask', 'finishTask'],
  working: ['finishTask'],
  done: ['release', 'release', 'release', 'fileOutput', 'failSummons'],
  released: [],
  declined: [],
  failed: [],
} as const satisfies Record<SummonsStatusName, readonly string[]>;

const names = Object.keys(SummonsStatus) as readonly SummonsStatusName[];

/** A step that fits one of the summonses that have not ended, by who may take it. */
export function nextOfSummons({ a, b, who }: Step, t: Ticket, rules: Rules): Command {
  const out = t.summonses.filter(isOut);
  const summons = out[a % out.length]!;
  const { unit, blower } = summons;
  const choice = next[names[summons.status]!];
  const type = choice[b % choice.length]!;
  const inCharge = inChargeOf(t, rules, summons);
  switch (type) {
    case 'passOn':
      return { type, by: inCharge, unit, to: keep };
    case 'passOnTo':
      return { type: 'passOn', by: inCharge, unit, to: who % rules.units.count };
    case 'ruleOnSummons':
      return { type, by: inCharge, unit, excused: who % 2 === 0 };
    case 'sendStandIn':
      return { type, by: unit, unit: another(unit, who, rules) };
    case 'release':
    case 'urgeSummons':
      return { type, by: blower, unit };
    case 'failSummons':
      return { type, by: rules.units.city, unit };
    case 'fileOutput':
      return { type, by: blower, whistle: keep, output: who % 2 === 0 ? 'letter' : 'lists' };
    default:
      return { type, by: unit };
  }
}

/** The next unit of the same kind. */
function another(unit: number, from: number, { units }: Rules): number {
  for (let step = 1; step < units.count; step += 1) {
    const other = (unit + (from % 7) + step) % units.count;
    if (units.kinds[other] === units.kinds[unit] && other !== unit) return other;
  }
  return unit;
}
