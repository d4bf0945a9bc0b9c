import { ok } from '../../../functions/core/result.ts';
import type { Bug } from './bug.ts';

/** Mistakes on the way to receivers, to boards and to the tickets of a matter. */
export const deliveryBugs: readonly Bug[] = [
  {
    name: 'failure-swallowed',
    what: 'a receiver that failed is taken for told',
    checkers: ['effects-arrive'],
    instance: (ports) => ({
      ...ports,
      sender: {
        ...ports.sender,
        send: async (registration, effect, at) => {
          const sent = await ports.sender.send(registration, effect, at);
          return sent.ok ? sent : ok({ status: 204 });
        },
      },
    }),
  },
  {
    name: 'last-receiver-forgotten',
    what: 'of several receivers the last gets no message',
    checkers: ['effects-arrive'],
    instance: (ports) => ({
      ...ports,
      queues: {
        ...ports.queues,
        effects: {
          send: (effects) => {
            const isFanOut = effects.every(({ registrationId }) => registrationId !== undefined);
            return ports.queues.effects.send(isFanOut ? effects.slice(0, -1) : effects);
          },
        },
      },
    }),
  },
  {
    name: 'given-up-at-once',
    what: 'a message that failed twice is dropped instead of put among the dead letters',
    checkers: ['effects-arrive', 'everybody-answered'],
    queue: (queue) => {
      queue.receivesMax = 2;
      queue.buries = false;
    },
  },
  {
    name: 'board-of-one-page',
    what: 'a board counts only the first page of each unit’s ledger',
    checkers: ['boards-pure'],
    instance: (ports) => ({
      ...ports,
      store: {
        ...ports.store,
        ledger: async (unit, month, page, prefix) => {
          const { rows } = await ports.store.ledger(unit, month, { ...page, limit: 1 }, prefix);
          return { rows };
        },
      },
    }),
  },
  {
    name: 'frozen-lines-lost',
    what: 'frozen entries are kept without the last line',
    checkers: ['boards-pure'],
    boards: (boards) => ({
      ...boards,
      putPart: (part) => {
        const lines = part.text.split('\n');
        const isCut = part.name.startsWith('entries.') && lines.length > 1;
        return boards.putPart(isCut ? { ...part, text: lines.slice(0, -1).join('\n') } : part);
      },
    }),
  },
  {
    name: 'board-job-unsent',
    what: 'a board job is taken on and never sent to its queue',
    checkers: ['everybody-answered'],
    instance: (ports) => ({
      ...ports,
      queues: { ...ports.queues, boards: { send: async () => 'sent' } },
    }),
  },
  {
    name: 'member-unlisted',
    what: 'every other ticket that joins a matter is left off its list',
    checkers: ['matters-agree'],
    store: (store) => {
      let n = 0;
      return {
        ...store,
        putMember: async (member) => {
          n += 1;
          return n % 2 === 0 ? 'written' : store.putMember(member);
        },
      };
    },
  },
  {
    name: 'undertaking-asleep',
    what: 'a matter whose work is not done is left out of the wake index',
    checkers: ['always-woken'],
    store: (store) => ({
      ...store,
      saveUndertaking: ({ wakeAt: _, ...record }, rev) => store.saveUndertaking(record, rev),
    }),
  },
];
