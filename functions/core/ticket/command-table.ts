import type { Rules } from '../rules/rules.ts';
import type { EpochMs } from '../time.ts';
import type { CommandOf, CommandType } from './command.ts';
import type { Out } from './out.ts';
import type { Refusal } from './refusal.ts';
import { type StatusName, statusNames } from './status.ts';
import type { Ticket } from './ticket.ts';
import { recordCallback } from './transitions/calling-back.ts';
import { reclassify, sign, triage } from './transitions/dispatching.ts';
import { arbitrate, dispute } from './transitions/disputing.ts';
import { note, refuseAsOutOfRemit, supplement, withdraw } from './transitions/ending.ts';
import { answer, answerOnTheSpot, askExtension, contact, resume, suspend } from './transitions/handling.ts';
import { addHelper, helperDone } from './transitions/helping.ts';
import { elderSeen, merge } from './transitions/merging.ts';
import {
  close,
  grantExtension,
  refuseExtension,
  reopen,
  supervise,
  urge,
} from './transitions/supervising.ts';
import {
  acknowledgeSummons,
  arrive,
  blowWhistle,
  declineSummons,
  failSummons,
  finishTask,
  release,
} from './transitions/whistling.ts';

/** How an actor stands to a ticket. Who may ask what is decided by these, never by a name. */
export type Relation =
  | 'hotline'
  | 'lead'
  | 'helper'
  | 'summoned'
  | 'supervisor'
  | 'arbiter'
  /** The subdistrict of the place, its communities and grids (属地): they may whistle whoever leads. */
  | 'area'
  | 'clock';

type Transition<Type extends CommandType> = {
  readonly from: readonly StatusName[];
  readonly by: readonly Relation[];
  readonly apply: (
    t: Ticket,
    c: CommandOf<Type>,
    now: EpochMs,
    rules: Rules,
    out: Out,
  ) => Refusal | undefined;
};

const undone = ['submitted', 'dispatched', 'disputed', 'signed', 'handling', 'suspended'] as const;
const withLead = ['dispatched', 'disputed', 'signed', 'handling', 'suspended'] as const;
const open = [...undone, 'answered', 'calledBack', 'merged'] as const;

/** Every command: the statuses that accept it, the relations that may ask it, and what it does. */
export const commandTable = {
  triage: { from: ['submitted'], by: ['hotline', 'supervisor'], apply: triage },
  reclassify: { from: withLead, by: ['hotline', 'supervisor'], apply: reclassify },
  sign: { from: ['dispatched'], by: ['lead'], apply: sign },
  contact: { from: ['signed'], by: ['lead'], apply: contact },
  dispute: { from: ['dispatched', 'signed'], by: ['lead'], apply: dispute },
  arbitrate: { from: ['disputed'], by: ['arbiter'], apply: arbitrate },
  askExtension: { from: ['signed', 'handling'], by: ['lead'], apply: askExtension },
  grantExtension: { from: ['signed', 'handling'], by: ['supervisor'], apply: grantExtension },
  refuseExtension: { from: ['signed', 'handling'], by: ['supervisor'], apply: refuseExtension },
  suspend: { from: ['signed', 'handling'], by: ['supervisor'], apply: suspend },
  resume: { from: ['suspended'], by: ['lead', 'supervisor'], apply: resume },
  addHelper: { from: ['dispatched', 'signed', 'handling'], by: ['lead', 'supervisor'], apply: addHelper },
  helperDone: { from: [...withLead, 'answered', 'calledBack', 'merged'], by: ['helper'], apply: helperDone },
  blowWhistle: { from: ['dispatched', 'signed', 'handling'], by: ['lead', 'area'], apply: blowWhistle },
  acknowledgeSummons: { from: withLead, by: ['summoned'], apply: acknowledgeSummons },
  declineSummons: { from: withLead, by: ['summoned'], apply: declineSummons },
  arrive: { from: withLead, by: ['summoned'], apply: arrive },
  finishTask: { from: withLead, by: ['summoned'], apply: finishTask },
  release: { from: withLead, by: ['lead', 'area'], apply: release },
  failSummons: { from: withLead, by: ['supervisor'], apply: failSummons },
  answer: { from: ['signed', 'handling'], by: ['lead'], apply: answer },
  answerOnTheSpot: {
    from: ['submitted', 'dispatched', 'signed'],
    by: ['hotline', 'lead'],
    apply: answerOnTheSpot,
  },
  recordCallback: { from: ['answered'], by: ['hotline'], apply: recordCallback },
  reopen: { from: ['answered', 'calledBack'], by: ['supervisor'], apply: reopen },
  close: { from: ['calledBack'], by: ['supervisor'], apply: close },
  supervise: { from: [...withLead, 'answered', 'calledBack'], by: ['supervisor'], apply: supervise },
  urge: { from: undone, by: ['hotline', 'supervisor'], apply: urge },
  supplement: { from: open, by: ['hotline'], apply: supplement },
  note: {
    from: open,
    by: ['hotline', 'lead', 'helper', 'summoned', 'supervisor', 'arbiter'],
    apply: note,
  },
  merge: { from: ['dispatched', 'signed', 'handling'], by: ['hotline', 'lead', 'supervisor'], apply: merge },
  elderSeen: { from: ['merged'], by: ['clock'], apply: elderSeen },
  withdraw: { from: [...undone, 'merged'], by: ['hotline'], apply: withdraw },
  refuseAsOutOfRemit: {
    from: ['submitted', 'dispatched', 'disputed', 'signed'],
    by: ['hotline', 'arbiter'],
    apply: refuseAsOutOfRemit,
  },
} as const satisfies { readonly [Type in CommandType]: Transition<Type> };

export const commandTypes = Object.keys(commandTable) as readonly CommandType[];

/** The commands a status accepts, for the refusal that tells a client what is possible. */
export const acceptedBy: Readonly<Record<StatusName, readonly CommandType[]>> = Object.fromEntries(
  statusNames.map((status) => [
    status,
    commandTypes.filter((type) => (commandTable[type].from as readonly StatusName[]).includes(status)),
  ]),
) as unknown as Record<StatusName, readonly CommandType[]>;
