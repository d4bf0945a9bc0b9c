import { doneAnswer, type OwnAnswer } from './fault-answers.ts';
import { queueOf, type ServerCall } from './server-call.ts';

/**
 * A server, or a service, that breaks a promise on purpose, to show that the soak notices. It answers a call itself, or
 * has another one passed on; what it says nothing about is passed on as it is.
 */
export interface Sabotage {
  readonly name: string;
  readonly what: string;
  /** The calls it is after, and which of them: every so many. */
  readonly matches: (call: ServerCall) => boolean;
  readonly each: number;
  readonly meddle: (call: ServerCall) => OwnAnswer | ServerCall['input'];
}

interface Keyed {
  readonly sk?: { readonly S?: string };
}

const sortKeyOf = ({ input }: ServerCall): string => {
  const item = (input.Item ?? input.Key ?? {}) as Keyed;
  return item.sk?.S ?? '';
};

const isTicketWrite = (call: ServerCall): boolean =>
  ['PutItem', 'UpdateItem'].includes(call.operation) && sortKeyOf(call) === 'TICKET';

const isWakeQuery = ({ operation, input }: ServerCall): boolean =>
  operation === 'Query' && input.IndexName === 'wake';

const isSendTo = (call: ServerCall, name: string): boolean =>
  call.operation === 'SendMessageBatch' && queueOf(call).includes(name);

/** Planted bugs: what they break, each another promise. */
export const sabotages: readonly Sabotage[] = [
  {
    name: 'lose-writes',
    what: 'the table acknowledges one write of a ticket in ten and drops it',
    matches: isTicketWrite,
    each: 10,
    meddle: doneAnswer,
  },
  {
    name: 'lose-effects',
    what: 'effects are taken off the ticket as sent, and one batch in four never was',
    matches: (call) => isSendTo(call, 'Effects'),
    each: 4,
    meddle: doneAnswer,
  },
  {
    name: 'no-revisions',
    what: 'a ticket is written whatever its revision is by then',
    matches: (call) => call.operation === 'PutItem' && isTicketWrite(call),
    each: 1,
    meddle: ({ input }) => ({ TableName: input.TableName, Item: input.Item }),
  },
  {
    name: 'deaf-clock',
    what: 'nothing is found in the wake index, and wake messages get lost',
    matches: (call) => isWakeQuery(call) || isSendTo(call, 'Wake'),
    each: 1,
    meddle: (call) =>
      isWakeQuery(call) ? { status: 200, body: { Items: [], Count: 0, ScannedCount: 0 } } : doneAnswer(call),
  },
];
