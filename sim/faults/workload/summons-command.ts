import { SummonsStatus, type SummonsStatusName } from '../../../functions/core/ticket/ticket.ts';
import { inChargeOf, isOut } from '../../../functions/core/ticket/transitions/others.ts';
import type { ChosenCommand } from './choose-command.ts';
import type { Choice } from './command-body.ts';
import { privateText } from './private-words.ts';

/** What may come next for a summons, by where it stands; what is not named comes by time alone. */
const next = {
  routed: ['passOn', 'passOn', 'urgeSummons'],
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

/** A command that fits one of the summonses that have not ended, by who may give it. */
export function nextOfSummons({ op, t, rules }: Choice): ChosenCommand {
  const { a, b, who, n } = op;
  const out = t.summonses.filter(isOut);
  const summons = out[a % out.length]!;
  const { codes, city } = rules.units;
  const choice = next[names[summons.status]!];
  const type = choice[b % choice.length]!;
  const unitCode = codes[summons.unit]!;
  const inCharge = codes[inChargeOf(t, rules, summons)]!;
  const blower = codes[summons.blower]!;
  switch (type) {
    case 'passOn':
      return { type, by: inCharge, body: { unitCode } };
    case 'ruleOnSummons':
      return { type, by: inCharge, body: { unitCode, excused: who % 2 === 0, text: privateText(n) } };
    case 'sendStandIn':
      return { type, by: unitCode, body: { unitCode: who % 2 === 0 ? 'transport' : 'urban' } };
    case 'release':
    case 'urgeSummons':
      return { type, by: blower, body: { unitCode } };
    case 'failSummons':
      return { type, by: codes[city]!, body: { unitCode, text: privateText(n) } };
    case 'fileOutput':
      return { type, by: blower, body: { output: who % 2 === 0 ? 'letter' : 'lists', text: privateText(n) } };
    case 'declineSummons':
      return { type, by: unitCode, body: { text: privateText(n) } };
    default:
      return { type, by: unitCode, body: {} };
  }
}
