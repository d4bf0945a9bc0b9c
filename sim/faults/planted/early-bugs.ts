import { isOfUndertaking } from '../../../functions/core/undertaking/effect-message.ts';
import type { UndertakingRecord } from '../../../functions/core/undertaking/undertaking-record.ts';
import { undertakingPromises } from '../../check/undertaking-promises.ts';
import type { Bug } from './bug.ts';

const isPromise = ({ history }: UndertakingRecord): boolean => {
  const last = history.at(-1);
  return last?.by === 'clock' && undertakingPromises.has(last.event);
};

/** A warning that is taken for there. */
const unraised = (id: string): UndertakingRecord => ({
  ...{ format: 1, id, kind: 'warning', rev: 1, rulesHash: '', openedAt: 0, lastAt: 0 },
  ...{ status: 'raised', isOpen: false, overdue: false, state: {}, owed: [], lists: [], listsOwed: [] },
  history: [{ n: 1, at: 0, event: 'warningRaised', by: 'clock', rule: '' }],
});

/** Mistakes of acting early (未诉先办), of sharing and of receivers. */
export const earlyBugs: readonly Bug[] = [
  {
    name: 'undertaking-kept-twice',
    what: 'a promise of an undertaking is written twice',
    checkers: ['undertakings-lived'],
    store: (store) => ({
      ...store,
      saveUndertaking: (record, rev) => {
        const last = record.history.at(-1)!;
        const history = isPromise(record) ? [...record.history, { ...last, n: last.n + 1 }] : record.history;
        return store.saveUndertaking({ ...record, history }, rev);
      },
    }),
  },
  {
    name: 'notices-unowed',
    what: 'of what an undertaking owes the last is never written',
    checkers: ['undertakings-lived'],
    store: (store) => ({
      ...store,
      saveUndertaking: (record, rev) =>
        store.saveUndertaking(
          { ...record, owed: record.owed.slice(0, isPromise(record) ? -1 : undefined) },
          rev,
        ),
    }),
  },
  {
    name: 'month-unwritten',
    what: 'the next month of a route is taken for opened',
    checkers: ['patrols-follow'],
    store: (store) => ({
      ...store,
      createUndertaking: async (record) =>
        record.kind === 'patrol' && record.history[0]?.by === 'clock'
          ? 'created'
          : store.createUndertaking(record),
    }),
  },
  {
    name: 'arbitration-unwritten',
    what: 'what a joint meeting arbitrates is not written to the ticket, and nobody is told',
    checkers: ['meetings-agree'],
    instance: (ports) => {
      const unwritten = new Set<string>();
      const isUnwritten = ({ ticketId, rev }: { readonly ticketId: string; readonly rev: number }) =>
        unwritten.has(`${ticketId} ${rev}`);
      const { store, queues } = ports;
      return {
        ...ports,
        store: {
          ...store,
          save: async (record, rev) => {
            if (!record.history.at(-1)?.commandId?.startsWith('meeting_')) return store.save(record, rev);
            unwritten.add(`${record.id} ${record.rev}`);
            return 'saved';
          },
          putView: async (view) => (isUnwritten(view) ? 'written' : store.putView(view)),
        },
        queues: {
          ...queues,
          effects: {
            send: (all) =>
              queues.effects.send(all.filter((one) => isOfUndertaking(one) || !isUnwritten(one))),
          },
        },
      };
    },
  },
  {
    name: 'list-unwritten',
    what: 'every third row of a list of undertakings is taken for written',
    checkers: ['lists-right'],
    store: (store) => {
      let n = 0;
      return {
        ...store,
        putListed: async (listed) => {
          n += 1;
          return n % 3 === 0 ? 'written' : store.putListed(listed);
        },
      };
    },
  },
  {
    name: 'resource-uncounted',
    what: 'a project that agrees takes nothing of the resource',
    checkers: ['shares-balanced'],
    store: (store) => ({
      ...store,
      putShared: (shared, rev) =>
        store.putShared(shared.list === 'resource' ? { ...shared, commitments: [] } : shared, rev),
    }),
  },
  {
    name: 'publications-unseen',
    what: 'an instance goes on by the rules it came with, whatever is published',
    checkers: ['rules-in-force'],
    register: (register) => ({ ...register, publications: async () => ({ rows: [] }) }),
  },
  {
    name: 'hour-mistaken',
    what: 'every other sighting is put into the hour after its own',
    checkers: ['sightings-once'],
    store: (store) => {
      let n = 0;
      return {
        ...store,
        putSighting: (sighting) => {
          n += 1;
          return store.putSighting(n % 2 === 0 ? { ...sighting, hour: sighting.hour + 1 } : sighting);
        },
      };
    },
  },
  {
    name: 'alarms-unraised',
    what: 'an alarm of the watch becomes no warning',
    checkers: ['warnings-recounted'],
    store: (store) => ({
      ...store,
      createUndertaking: async (record) =>
        record.kind === 'warning' ? 'exists' : store.createUndertaking(record),
      loadUndertaking: async (id) =>
        (await store.loadUndertaking(id)) ?? (id.startsWith('warning_') ? unraised(id) : undefined),
    }),
  },
  {
    name: 'secret-unwritten',
    what: 'a new secret is told and not written',
    checkers: ['receivers-kept'],
    webhooks: (webhooks) => ({
      ...webhooks,
      put: async (registration, rev) => (rev === undefined ? webhooks.put(registration) : 'saved'),
    }),
  },
];
