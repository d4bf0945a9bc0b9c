import fc from 'fast-check';
import type { Rules } from '../../../../functions/core/rules/rules.ts';
import { noUnit } from '../../../../functions/core/rules/unit-table.ts';
import { Actor } from '../../../../functions/core/ticket/actor.ts';
import { type Command, type CommandType, keep } from '../../../../functions/core/ticket/command.ts';
import { acceptedBy, commandTable, commandTypes } from '../../../../functions/core/ticket/command-table.ts';
import { requestKinds } from '../../../../functions/core/ticket/kinds.ts';
import type { Opening } from '../../../../functions/core/ticket/open.ts';
import type { Relation } from '../../../../functions/core/ticket/relations.ts';
import { type StatusName, statusNames } from '../../../../functions/core/ticket/status.ts';
import type { Ticket } from '../../../../functions/core/ticket/ticket.ts';
import { arbiterOf } from '../../../../functions/core/ticket/transitions/disputing.ts';

import { districtOf } from '../../../../functions/core/ticket/transitions/others.ts';
import { dayMs, type EpochMs, hourMs, minuteMs, NEVER } from '../../../../functions/core/time.ts';
import { nextOfSummons } from './summons-steps.ts';

/** 2018-09-03T08:00 in Beijing: calendars with holidays know the years after it. */
export const start = Date.parse('2018-09-03T08:00:00+08:00');

/** One step of a random life: time passes, then somebody asks for something, whatever the ticket then accepts. */
export type Step = {
  readonly wait: { readonly anchor: 'now' | 'next' | 'due'; readonly ms: number };
  /** Mostly a command that the status accepts. */
  readonly anything: boolean;
  readonly pick: number;
  readonly who: number;
  readonly a: number;
  readonly b: number;
};

const nat = fc.nat(1_000_000);
const after = (ms: fc.Arbitrary<number>) => fc.record({ anchor: fc.constant('now' as const), ms });
const wait = fc.oneof(
  { weight: 4, arbitrary: after(fc.constantFrom(0, 1, minuteMs)) },
  { weight: 4, arbitrary: after(fc.nat(5 * hourMs)) },
  { weight: 1, arbitrary: after(fc.nat(40 * dayMs)) },
  {
    weight: 3,
    arbitrary: fc.record({
      anchor: fc.constantFrom('next' as const, 'due' as const),
      ms: fc.constantFrom(-1, 0, 1),
    }),
  },
);
const step: fc.Arbitrary<Step> = fc.record({
  wait,
  anything: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  pick: nat,
  who: nat,
  a: nat,
  b: nat,
});

export const steps = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });

/** What a request brings: often an item and a place, sometimes neither, sometimes from long ago. */
export type Asked = { item: number; place: number; tier: number; ageMs: number; backlog: boolean };
export const asked: fc.Arbitrary<Asked> = fc.record({
  item: fc.oneof({ weight: 4, arbitrary: nat }, { weight: 1, arbitrary: fc.constant(-1) }),
  place: fc.oneof({ weight: 4, arbitrary: nat }, { weight: 1, arbitrary: fc.constant(-1) }),
  tier: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: nat }),
  ageMs: fc.oneof(fc.constant(0), fc.nat(2 * dayMs), fc.nat(90 * dayMs)),
  backlog: fc.boolean(),
});

export function openingOf(from: Asked, rules: Rules, now: EpochMs): Opening {
  const places = placesOf(rules);
  return {
    kind: from.item < 0 ? 1 : from.item % requestKinds.length,
    item: from.item < 0 ? -1 : from.item % rules.items.count,
    guessed: false,
    tier: from.tier < 0 ? keep : from.tier % rules.tiers.length,
    place: from.place < 0 ? noUnit : places[from.place % places.length]!,
    requestedAt: now - from.ageMs,
    backlog: from.backlog,
  };
}

export function timeOf({ wait: { anchor, ms } }: Step, t: Ticket, now: EpochMs): EpochMs {
  const from = anchor === 'next' ? t.nextAt : anchor === 'due' ? t.dueAt : now;
  // A promise decades away is left alone: no calendar reaches there.
  return from === NEVER || from + ms < now || from - now > 200 * dayMs ? now : from + ms;
}

/** The command a step stands for on this ticket; `undefined` when nobody stands so that he could ask it. */
export function commandOf(s: Step, t: Ticket, rules: Rules, now: EpochMs): Command | undefined {
  // Most steps of a ticket with somebody out are steps of those who are out.
  if (!s.anything && t.openSummonses > 0 && s.pick % 3 > 0) return nextOfSummons(s, t, rules);
  const status: StatusName = statusNames[t.status]!;
  const choice = s.anything || likely[status].length === 0 ? commandTypes : likely[status];
  const type = choice[s.pick % choice.length]!;
  if (type === 'elderSeen' && t.elderCheckAt >= now) return undefined;
  if (type === 'blowWhistle' && rules.whistleKinds.length === 0) return undefined;
  const relations: readonly Relation[] = commandTable[type].by;
  const by = actorIn(relations[s.who % relations.length]!, s, t, rules);
  return by === undefined ? undefined : ({ type, by, ...bodyOf(type, s, t, rules, now, by) } as Command);
}

function actorIn(relation: Relation, { a, b }: Step, t: Ticket, rules: Rules): number | undefined {
  switch (relation) {
    case 'clock':
      return Actor.clock;
    case 'hotline':
      return Actor.hotline;
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
      return localsOf(rules)[a % localsOf(rules).length];
    case 'district':
      return b % 4 === 0 ? rules.units.city : districtOf(t, rules);
    case 'arbiter':
      return t.lead === noUnit ? undefined : arbiterOf(t, rules);
    case 'supervisor':
      return b % 2 === 0 ? rules.units.city : arbiterOf(t, rules);
  }
}

function bodyOf(
  type: CommandType,
  { a, b }: Step,
  t: Ticket,
  rules: Rules,
  now: EpochMs,
  by: number,
): object {
  const units = leadsOf(rules);
  const unit = units[a % units.length]!;
  switch (type) {
    case 'triage':
      return { item: a % rules.items.count, tier: keep, place: t.place, lead: b % 3 === 0 ? keep : unit };
    case 'reclassify':
      return a % 2 === 0
        ? { item: b % rules.items.count, tier: keep }
        : { item: keep, tier: b % rules.tiers.length };
    case 'arbitrate':
      return { lead: b % 3 === 0 ? t.lead : unit };
    case 'askExtension':
      return { byMs: (a % (20 * dayMs)) - minuteMs };
    case 'suspend':
      return { reviewAt: b % 2 === 0 ? NEVER : now + (a % (30 * dayMs)) };
    case 'addHelper':
      return { unit };
    case 'blowWhistle':
      return { kind: kindFor(a, by, rules), units: called(a, b, rules), onCall: a % 2 === 0 };
    case 'release':
    case 'failSummons':
    case 'urgeSummons':
      return { unit: summonedOf(t, b) ?? unit };
    case 'passOn':
      return { unit: summonedOf(t, b) ?? unit, to: a % 3 === 0 ? called(a, 0, rules)[0] : keep };
    case 'ruleOnSummons':
      return { unit: summonedOf(t, b) ?? unit, excused: a % 2 === 0 };
    case 'sendStandIn':
      return { unit: called(b, 0, rules)[0] };
    case 'arrive':
      return { place: a % 4 === 0 ? unit : keep };
    case 'fileOutput':
      return { output: (['letter', 'lists', 'none'] as const)[a % 3], whistle: b % 2 === 0 ? keep : 1 };
    case 'rateSummons': {
      const rated = t.summonses[b % Math.max(1, t.summonses.length)];
      return { unit: (a % 2 === 0 ? rated?.unit : rated?.blower) ?? unit, points: a % 101 };
    }
    case 'recordCallback':
      return { reached: a % 4 > 0, responded: a % 3, resolved: b % 4 === 0 ? 1 : 2, satisfied: (a + b) % 3 };
    case 'elderSeen':
      return { elder: (['open', 'answered', 'ended'] as const)[a % 3] };
    default:
      return {};
  }
}

/** A kind that `by` may blow, if there is one. */
const kindFor = (a: number, by: number, { whistleKinds, units }: Rules): number => {
  const own = whistleKinds.flatMap(({ blowers }, kind) => (blowers.has(units.kinds[by]!) ? [kind] : []));
  return own.length === 0 ? a % whistleKinds.length : own[a % own.length]!;
};

const summonedOf = (t: Ticket, b: number): number | undefined =>
  t.summonses[b % Math.max(1, t.summonses.length)]?.unit;

const called = (a: number, b: number, rules: Rules) => {
  const there = calledOf(rules);
  return Array.from({ length: 1 + (b % 3) }, (_, i) => there[(a + i) % there.length]!);
};

/** What leads a ticket on comes more often than talk, and what ends it early seldom. */
const weights: Partial<Record<CommandType, number>> = {
  ...{ triage: 24, sign: 12, contact: 4, answer: 8, recordCallback: 24, resume: 6, arbitrate: 12 },
  ...{ blowWhistle: 12, arrive: 12, finishTask: 8, release: 8, failSummons: 3, declineSummons: 4 },
  ...{ passOn: 6, ruleOnSummons: 6, sendStandIn: 3, startTask: 3, fileOutput: 6, rateSummons: 3 },
  ...{ elderSeen: 12, dispute: 4, suspend: 4, askExtension: 6, grantExtension: 8, reopen: 4 },
};
const likely = Object.fromEntries(
  statusNames.map((status) => [
    status,
    acceptedBy[status].flatMap((type) => Array.from({ length: weights[type] ?? 1 }, () => type)),
  ]),
) as Record<StatusName, CommandType[]>;

const ofKind = (rules: Rules, ...kinds: readonly string[]) =>
  rules.units.kinds.flatMap((kind, unit) => (kinds.includes(kind) ? [unit] : []));
const perRules = (find: (rules: Rules) => number[]) => {
  const found = new WeakMap<Rules, number[]>();
  return (rules: Rules) => {
    if (!found.has(rules)) found.set(rules, find(rules));
    return found.get(rules)!;
  };
};
const placesOf = perRules((rules) => [
  ...ofKind(rules, 'subdistrict').slice(0, 12),
  ...ofKind(rules, 'district').slice(0, 3),
]);
const calledOf = perRules((rules) => [
  ...ofKind(rules, 'department', 'enterprise').slice(0, 8),
  ...ofKind(rules, 'team').slice(0, 2),
]);
const localsOf = perRules((rules) => ofKind(rules, 'bureau', 'department').slice(0, 4));
const leadsOf = perRules((rules) => [...placesOf(rules), ...calledOf(rules), rules.units.city]);
