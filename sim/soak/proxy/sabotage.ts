import { doneAnswer, type OwnAnswer } from './fault-answers.ts';
import { queueOf, type ServerCall } from './server-call.ts';

/**
 * A server, or a service, that breaks a promise on purpose, to show that the soak notices. It answers a call itself, or
 * has another one passed on; what it says nothing about is passed on as it is.
 */
export interface Sabotage {
  readonly name: string;
  readonly what: string;
  readonly meddle: (call: ServerCall, n: number) => OwnAnswer | ServerCall['input'] | undefined;
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

/** Every so many calls of its kind are meddled with. */
const each = 20;

/** Planted bugs: what they break, each another promise. */
export const sabotages: readonly Sabotage[] = [
  {
    name: 'lose-writes',
    what: 'the table acknowledges one write of a ticket in twenty and drops it',
    meddle: (call, n) => (isTicketWrite(call) && n % each === 0 ? doneAnswer(call) : undefined),
  },
  {
    name: 'lose-effects',
    what: 'effects are taken off the ticket as sent, and one batch in twenty never was',
    meddle: (call, n) =>
      call.operation === 'SendMessageBatch' && queueOf(call).includes('Effects') && n % each === 0
        ? doneAnswer(call)
        : undefined,
  },
  {
    name: 'no-revisions',
    what: 'a ticket is written whatever its revision is by then',
    meddle: (call) => {
      if (call.operation !== 'PutItem' || !isTicketWrite(call)) return undefined;
      const {
        ConditionExpression: _,
        ExpressionAttributeNames: __,
        ExpressionAttributeValues: ___,
        ...rest
      } = call.input;
      return rest;
    },
  },
  {
    name: 'deaf-clock',
    what: 'nothing is found in the wake index, and wake messages get lost',
    meddle: (call) => {
      if (call.operation === 'Query' && call.input.IndexName === 'wake') {
        return { status: 200, body: { Items: [], Count: 0, ScannedCount: 0 } };
      }
      return call.operation === 'SendMessageBatch' && queueOf(call).includes('Wake')
        ? doneAnswer(call)
        : undefined;
    },
  },
];
