import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { Ticket } from '../../../functions/core/ticket/ticket.ts';
import type { ApiCommand } from '../../../functions/http/command-routes.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';

/** What a step chooses from. */
export interface Choice {
  readonly op: Op;
  readonly t: Ticket;
  readonly rules: Rules;
  /** Ids of other tickets, the eldest first. */
  readonly others: readonly string[];
}

const departments = ['police', 'transport', 'emergency', 'planning', 'enforcement', 'urban'] as const;
/** Units that may lead, help or be called. */
const responsible = ['daanshan', 'fangshan', 'fangshan-urban', 'fangshan-police', ...departments] as const;
const outputs = ['letter', 'lists', 'none'] as const;
const lengths = ['PT30M', 'P1D', 'P4D', 'P20D'] as const;

const one = <Value>(values: readonly Value[], n: number): Value => values[n % values.length]!;

/** The body of a command as a client would send it. `undefined` when there is nothing to say it about. */
export function commandBody(
  type: ApiCommand,
  by: number,
  { op, t, rules, others }: Choice,
): Readonly<Record<string, unknown>> | undefined {
  const { a, b } = op;
  const text = privateText(op.n);
  const unit = one(responsible, a);
  const summons = t.summonses[b % Math.max(1, t.summonses.length)];
  const codeOf = (index: number | undefined) => (index === undefined ? unit : rules.units.codes[index]!);
  switch (type) {
    case 'triage':
      return {
        itemCode: one(rules.items.codes, a),
        placeCode: 'daanshan',
        ...(b % 3 === 0 ? {} : { leadUnit: unit }),
      };
    case 'reclassify':
      return a % 2 === 0 ? { itemCode: one(rules.items.codes, b) } : { tier: one(rules.tiers, b).key };
    case 'arbitrate':
      return { leadUnit: b % 3 === 0 ? codeOf(t.lead) : unit };
    case 'askExtension':
      return { by: one(lengths, a), text };
    case 'addHelper':
      return { unitCode: unit };
    case 'blowWhistle':
      return {
        kind: rules.whistleKinds[kindFor(a, by, rules)]!.key,
        unitCodes: [...new Set(Array.from({ length: 1 + (b % 3) }, (_, i) => one(departments, a + i)))],
      };
    case 'release':
    case 'urgeSummons':
      return { unitCode: codeOf(summons?.unit) };
    case 'failSummons':
      return { unitCode: codeOf(summons?.unit), text };
    case 'passOn':
      return { unitCode: codeOf(summons?.unit), ...(a % 3 === 0 ? { toUnit: one(departments, a) } : {}) };
    case 'ruleOnSummons':
      return { unitCode: codeOf(summons?.unit), excused: a % 2 === 0, text };
    case 'sendStandIn':
      return { unitCode: one(departments, b) };
    case 'arrive':
      return a % 4 === 0 ? { placeCode: 'daanshan' } : {};
    case 'fileOutput':
      return { output: one(outputs, a), text };
    case 'rateSummons':
      return { unitCode: codeOf(a % 2 === 0 ? summons?.unit : summons?.blower), points: a % 101 };
    case 'recordCallback':
      return a % 4 === 0
        ? { reached: false }
        : { reached: true, responded: b % 3 > 0, resolved: b % 4 === 0, grade: one(grades, a + b) };
    case 'merge':
      return others.length === 0 ? undefined : { elderId: one(others, a) };
    case 'note':
    case 'supplement':
    case 'dispute':
    case 'suspend':
    case 'declineSummons':
    case 'refuseExtension':
    case 'answer':
    case 'answerOnTheSpot':
    case 'reopen':
    case 'close':
    case 'refuseAsOutOfRemit':
      return { text };
    default:
      return b % 2 === 0 ? {} : { text };
  }
}

const grades = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;

/** A kind of whistle that the unit may blow, if there is one. */
function kindFor(a: number, by: number, { whistleKinds, units }: Rules): number {
  const own = whistleKinds.flatMap(({ blowers }, kind) => (blowers.has(units.kinds[by]!) ? [kind] : []));
  return own.length === 0 ? a % whistleKinds.length : one(own, a);
}
