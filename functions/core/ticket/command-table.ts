import type { Rules } from '../rules/rules.ts';
import type { EpochMs } from '../time.ts';
import type { CommandOf, CommandType } from './command.ts';
import type { Out } from './out.ts';
import type { Refusal } from './refusal.ts';
import type { Relation } from './relations.ts';
import { type StatusName, statusNames } from './status.ts';
import type { Ticket } from './ticket.ts';
import { recordCallback } from './transitions/calling-back.ts';
import { reclassify, sign, triage } from './transitions/dispatching.ts';
import { arbitrate, dispute } from './transitions/disputing.ts';
import { note, refuseAsOutOfRemit, supplement, withdraw } from './transitions/ending.ts';
import { answer, answerOnTheSpot, askExtension, contact, resume, suspend } from './transitions/handling.ts';
import { addHelper, helperDone } from './transitions/helping.ts';
import { joinMatter, leaveMatter, tellProgress } from './transitions/joining.ts';
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
  finishTask,
  sendStandIn,
  startTask,
} from './transitions/whistles/arriving.ts';
import { blowWhistle } from './transitions/whistles/blowing.ts';
import { declineSummons, ruleOnSummons, urgeSummons } from './transitions/whistles/contesting.ts';
import { failSummons, release } from './transitions/whistles/leaving.ts';
import { fileOutput } from './transitions/whistles/outputs.ts';
import { passOn } from './transitions/whistles/passing-on.ts';
import { rateSummons } from './transitions/whistles/rating.ts';

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
/** Where a whistle may be blown; an open summons keeps the ticket there. */
const atWork = ['dispatched', 'signed', 'handling'] as const;
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
  addHelper: { from: atWork, by: ['lead', 'supervisor'], apply: addHelper },
  helperDone: { from: [...withLead, 'answered', 'calledBack', 'merged'], by: ['helper'], apply: helperDone },
  blowWhistle: { from: atWork, by: ['lead', 'area', 'local'], apply: blowWhistle },
  passOn: { from: atWork, by: ['district'], apply: passOn },
  acknowledgeSummons: { from: atWork, by: ['summoned'], apply: acknowledgeSummons },
  declineSummons: { from: atWork, by: ['summoned'], apply: declineSummons },
  ruleOnSummons: { from: atWork, by: ['district'], apply: ruleOnSummons },
  sendStandIn: { from: atWork, by: ['summoned'], apply: sendStandIn },
  urgeSummons: { from: atWork, by: ['blower', 'supervisor', 'district', 'street'], apply: urgeSummons },
  arrive: { from: atWork, by: ['summoned'], apply: arrive },
  startTask: { from: atWork, by: ['summoned'], apply: startTask },
  finishTask: { from: atWork, by: ['summoned'], apply: finishTask },
  fileOutput: { from: atWork, by: ['blower', 'lead', 'summoned'], apply: fileOutput },
  release: { from: atWork, by: ['blower', 'lead', 'area', 'supervisor'], apply: release },
  failSummons: { from: atWork, by: ['supervisor'], apply: failSummons },
  rateSummons: { from: statusNames, by: ['blower', 'summoned'], apply: rateSummons },
  answer: { from: ['signed', 'handling'], by: ['lead'], apply: answer },
  answerOnTheSpot: {
    from: ['submitted', 'dispatched', 'signed'],
    by: ['hotline', 'lead'],
    apply: answerOnTheSpot,
  },
  recordCallback: { from: ['answered'], by: ['hotline'], apply: recordCallback },
  reopen: { from: ['answered', 'calledBack'], by: ['supervisor'], apply: reopen },
  close: { from: ['calledBack'], by: ['supervisor'], apply: close },
  supervise: {
    from: [...withLead, 'answered', 'calledBack'],
    by: ['supervisor', 'street'],
    apply: supervise,
  },
  urge: { from: undone, by: ['hotline', 'supervisor', 'street'], apply: urge },
  supplement: { from: open, by: ['hotline'], apply: supplement },
  note: {
    from: open,
    by: ['hotline', 'lead', 'helper', 'summoned', 'blower', 'supervisor', 'arbiter', 'district'],
    apply: note,
  },
  merge: { from: atWork, by: ['hotline', 'lead', 'supervisor'], apply: merge },
  elderSeen: { from: ['merged'], by: ['clock'], apply: elderSeen },
  joinMatter: {
    from: ['dispatched', 'disputed', 'signed', 'handling'],
    by: ['hotline', 'supervisor'],
    apply: joinMatter,
  },
  leaveMatter: {
    from: [...withLead, 'answered', 'calledBack'],
    by: ['hotline', 'supervisor'],
    apply: leaveMatter,
  },
  tellProgress: { from: ['signed', 'handling', 'suspended'], by: ['hotline', 'lead'], apply: tellProgress },
  withdraw: { from: [...undone, 'merged'], by: ['hotline'], apply: withdraw },
  refuseAsOutOfRemit: {
    from: ['submitted', 'dispatched', 'disputed', 'signed'],
    by: ['hotline', 'arbiter'],
    apply: refuseAsOutOfRemit,
  },
} as const satisfies { readonly [Type in CommandType]: Transition<Type> };

export const commandTypes = Object.keys(commandTable) as readonly CommandType[];

/** Commands nobody asks of one ticket: time's own, and those of a matter to its tickets. */
export const derivedCommands = [
  'elderSeen',
  'joinMatter',
  'leaveMatter',
] as const satisfies readonly CommandType[];
export type DerivedCommand = (typeof derivedCommands)[number];

/** The commands a status accepts from people and programs. */
export const acceptedBy: Readonly<Record<StatusName, readonly CommandType[]>> = Object.fromEntries(
  statusNames.map((status) => [
    status,
    commandTypes.filter(
      (type) =>
        !(derivedCommands as readonly CommandType[]).includes(type) &&
        (commandTable[type].from as readonly StatusName[]).includes(status),
    ),
  ]),
) as unknown as Record<StatusName, readonly CommandType[]>;

/** The commands a ticket of this status accepts, for whoever asks what is possible: a rating needs a whistle. */
export const acceptedOf = (status: StatusName, whistles: number): readonly CommandType[] =>
  whistles > 0 ? acceptedBy[status] : acceptedBy[status].filter((type) => type !== 'rateSummons');
