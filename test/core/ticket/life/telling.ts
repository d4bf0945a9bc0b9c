import { noUnit, unitOver } from '../../../../functions/core/rules/unit-table.ts';
import { Actor } from '../../../../functions/core/ticket/actor.ts';
import { hasCitizen } from '../../../../functions/core/ticket/kinds.ts';
import type { EventName } from '../../../../functions/core/ticket/out.ts';
import type { LifeEntry, TicketLife } from './ticket-life.ts';

/** Who is told of an event, in this order: the platform, a unit's place in the directory, the callback desk, a ledger, a worklist. */
type Told = `${'status' | 'notice' | 'callback' | 'ledger' | 'view'} ${number}`;
type Telling = (entry: LifeEntry, life: TicketLife, before: readonly LifeEntry[]) => readonly Told[];

const platform: Told = `status ${Actor.hotline}`;
const notice = (unit: number): Told[] => (unit === noUnit ? [] : [`notice ${unit}`]);
const both = (one: number, other: number): Told[] => [...new Set([...notice(one), ...notice(other)])];
const nobody: Telling = () => [];
const platformAndLead: Telling = ({ unit }) => [platform, ...notice(unit)];
const leadAndOver: Telling = ({ unit }, { rules }) => both(unit, unitOver(rules.units, unit));
const leadOrPlatform: Telling = ({ unit }) => (unit === noUnit ? [platform] : notice(unit));
const ending: Telling = ({ unit }) => (unit === noUnit ? [platform] : [platform, `ledger ${unit}`]);

/** Under which rule an event is entered, and who is told. What an ending tells helpers and summoned units is held elsewhere. */
export const tellings: Partial<Record<EventName, readonly [rule: RegExp, Telling]>> = {
  submitted: [
    /^intake$/,
    (_, { entries }) =>
      entries[1]?.by === Actor.clock && entries[1].event === 'dispatched' ? [] : [platform],
  ],
  dispatched: [/^(dispatch\.|catalogue\.|dispute\.arbiter$|early\.matter$|duties)/, platformAndLead],
  dispatchOverdue: [
    /^dispatch\.limits$/,
    (_, { ticket, rules: { units } }) => [
      platform,
      ...notice(ticket.place === noUnit ? units.city : units.district[ticket.place]!),
    ],
  ],
  signed: [/^handling\.signLimit$/, () => [platform]],
  signOverdue: [/^handling\.signLimit$/, leadAndOver],
  contacted: [/^handling\.contactLimit$/, () => [platform]],
  contactOverdue: [/^handling\.contactLimit$/, leadAndOver],
  progressTold: [/^handling\.contactLimit$/, () => [platform]],
  rungClimbed: [
    /^escalation\.rungs\./,
    ({ unit, rule }) => [...(rule.endsWith('.deadline') ? [platform] : []), ...notice(unit)],
  ],
  loadedOverdue: [/^tiers\./, nobody],
  countedOverdue: [/^score\.onTime$/, ({ unit }) => [`ledger ${unit}`]],
  reviewed: [/^escalation\.reviewEvery$/, leadOrPlatform],
  urged: [/^escalation\.urge$/, leadOrPlatform],
  supplemented: [/^intake\.supplement$/, ({ unit }) => notice(unit)],
  noted: [/^notes$/, nobody],
  disputed: [
    /^dispute\.window$/,
    ({ unit }, { rules }) => {
      const { units, dispute } = rules;
      return [platform, ...notice(dispute.arbiter === 'city' ? units.city : unitOver(units, unit))];
    },
  ],
  arbitrated: [
    /^dispute\.arbiter$/,
    ({ unit }, _, before) => {
      const was = before.findLast(({ event }) => event === 'disputed')!.unit;
      return was === unit ? [] : notice(was);
    },
  ],
  arbitrationOverdue: [/^dispute\.arbitrationLimit$/, ({ unit }, { rules }) => both(unit, rules.units.city)],
  reclassified: [/^tiers\./, platformAndLead],
  extensionAsked: [/^handling\.extension$/, ({ unit }, { rules }) => notice(unitOver(rules.units, unit))],
  extensionGranted: [/^handling\.extension$/, ({ unit }) => [...notice(unit), platform]],
  extensionRefused: [/^handling\.extension$/, ({ unit }) => notice(unit)],
  suspended: [/^handling\.suspendedReview$/, platformAndLead],
  resumed: [/^handling\.suspendedReview$/, platformAndLead],
  helperAdded: [/^(tiers\.|handling\.)/, ({ unit }) => [...notice(unit), `view ${unit}`]],
  helperOverdue: [
    /^handling\.helperShare$/,
    ({ unit }, { ticket }) => [...notice(unit), ...notice(ticket.lead)],
  ],
  helperDone: [/^handling\.helperShare$/, ({ unit }, { ticket }) => [...notice(ticket.lead), `view ${unit}`]],
  answered: [/^tiers\./, (_, { ticket }) => (hasCitizen(ticket.kind) ? [platform] : [])],
  callbackDue: [/^callback\.at(Answer|Deadline)$/, () => [`callback ${Actor.hotline}`]],
  callbackMissed: [/^callback\.window$/, nobody],
  calledBack: [/^callback\.grades$/, (_, { status }) => (status === 'calledBack' ? [platform] : [])],
  reopened: [/^(reopen\.limitShare|callback\.)/, platformAndLead],
  merged: [/^intake\.elderCheck$/, platformAndLead],
  withdrawn: [
    /^intake\.withdraw$/,
    (entry, life, before) => [...ending(entry, life, before), ...notice(entry.unit)],
  ],
  refusedAsOutOfRemit: [
    /^intake\.remit$/,
    (entry, life, before) => [...ending(entry, life, before), ...notice(entry.unit)],
  ],
  closed: [
    /^(callback\.(grades|attemptsMax|window)$|tiers\.|intake\.onTheSpot$|reopen\.timesMax$|intake\.elderCheck$)/,
    ending,
  ],
  supervised: [
    /^(escalation\.supervise(AfterReopens|AfterTransfers)?|reopen\.timesMax)$/,
    ({ unit }, { ticket }) => both(ticket.lead, unit),
  ],
};

const endings: readonly EventName[] = ['withdrawn', 'refusedAsOutOfRemit', 'closed'];

/** What `entry` was seen to tell; of an ending, what it told the platform and the lead. */
export function toldBy(entry: LifeEntry, { effects }: TicketLife): Told[] {
  const isEnding = endings.includes(entry.event);
  return effects
    .filter(({ after, about }) => after === entry.n && about === undefined)
    .filter(({ kind, to }) => !isEnding || (kind !== 'view' && (to === entry.unit || to === Actor.hotline)))
    .map(({ kind, to }) => `${kind} ${to}` as const);
}
