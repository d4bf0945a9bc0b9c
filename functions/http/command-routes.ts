import type { CommandType } from '../core/ticket/command.ts';
import type { DerivedCommand } from '../core/ticket/command-table.ts';
import type { Scope } from './scopes.ts';

/** The commands people and programs may ask for; the rest is time's own, or a matter's. */
export type ApiCommand = Exclude<CommandType, DerivedCommand>;

/**
 * For each command the scopes of which a token needs one, after the relations that may ask it in the core's command
 * table: the hotline submits, triages and calls back, units handle, units above supervise, and a subdistrict too where it
 * has that right.
 */
export const commandScopes = {
  triage: ['tickets.triage', 'tickets.supervise'],
  reclassify: ['tickets.triage', 'tickets.supervise'],
  sign: ['tickets.handle'],
  contact: ['tickets.handle'],
  dispute: ['tickets.handle'],
  arbitrate: ['tickets.supervise'],
  askExtension: ['tickets.handle'],
  grantExtension: ['tickets.supervise'],
  refuseExtension: ['tickets.supervise'],
  suspend: ['tickets.supervise'],
  resume: ['tickets.handle', 'tickets.supervise'],
  addHelper: ['tickets.handle', 'tickets.supervise'],
  helperDone: ['tickets.handle'],
  blowWhistle: ['tickets.handle'],
  passOn: ['tickets.supervise'],
  acknowledgeSummons: ['tickets.handle'],
  declineSummons: ['tickets.handle'],
  ruleOnSummons: ['tickets.supervise'],
  sendStandIn: ['tickets.handle'],
  urgeSummons: ['tickets.handle', 'tickets.supervise'],
  arrive: ['tickets.handle'],
  startTask: ['tickets.handle'],
  finishTask: ['tickets.handle'],
  fileOutput: ['tickets.handle'],
  release: ['tickets.handle', 'tickets.supervise'],
  failSummons: ['tickets.supervise'],
  rateSummons: ['tickets.handle'],
  answer: ['tickets.handle'],
  answerOnTheSpot: ['tickets.triage', 'tickets.handle'],
  recordCallback: ['tickets.callback'],
  reopen: ['tickets.supervise'],
  close: ['tickets.supervise'],
  supervise: ['tickets.handle', 'tickets.supervise'],
  urge: ['tickets.submit', 'tickets.handle', 'tickets.supervise'],
  supplement: ['tickets.submit'],
  note: ['tickets.submit', 'tickets.triage', 'tickets.callback', 'tickets.handle', 'tickets.supervise'],
  merge: ['tickets.triage', 'tickets.handle', 'tickets.supervise'],
  tellProgress: ['tickets.submit', 'tickets.handle'],
  withdraw: ['tickets.submit'],
  refuseAsOutOfRemit: ['tickets.triage', 'tickets.supervise'],
} as const satisfies Record<ApiCommand, readonly Scope[]>;

export const apiCommands = Object.keys(commandScopes) as readonly ApiCommand[];

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One route per command: `POST /tickets/{ticketId}/record-callback`. */
export const commandRoutes = apiCommands.map((command) => ({
  method: 'POST' as const,
  path: `/tickets/{ticketId}/${kebab(command)}`,
  scope: commandScopes[command] as readonly Scope[],
  handler: 'command' as const,
  operationId: command,
}));
