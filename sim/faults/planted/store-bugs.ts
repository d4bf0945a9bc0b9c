import { monthOf } from '../../../functions/core/calendar/month-of.ts';
import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import type { ViewRow } from '../../../functions/ports/stored.ts';
import { horizonMs } from '../../../functions/usecases/wake-soon.ts';
import type { Bug } from './bug.ts';

const lastEvent = ({ history }: TicketRecord): string => history.at(-1)!.event;

/** Mistakes of a table, or of whoever writes to it and reads from it. */
export const storeBugs: readonly Bug[] = [
  {
    name: 'no-revision-check',
    what: 'a ticket is saved over whatever revision stands there',
    checkers: ['history-whole'],
    store: (store) => ({
      ...store,
      save: async (record) => store.save(record, (await store.load(record.id))!.rev),
    }),
  },
  {
    name: 'history-capped',
    what: 'a save keeps only the last eight entries',
    checkers: ['history-whole'],
    store: (store) => ({
      ...store,
      save: (record, rev) => store.save({ ...record, history: record.history.slice(-8) }, rev),
    }),
  },
  {
    name: 'acknowledged-unwritten',
    what: 'one new ticket in three is acknowledged before it is written, and never is',
    checkers: ['requests-kept'],
    store: (store) => {
      let n = 0;
      return {
        ...store,
        create: async (record) => {
          n += 1;
          return n % 3 === 0 ? 'created' : store.create(record);
        },
      };
    },
  },
  {
    name: 'request-always-new',
    what: 'the request is put without asking whether its key is there',
    checkers: ['commands-once', 'requests-kept'],
    store: (store) => ({
      ...store,
      putRequest: async (request) => {
        await store.putRequest(request);
        return { stored: request, isNew: true };
      },
    }),
  },
  {
    name: 'promise-repeated',
    what: 'what the clock has done is recorded a second time',
    checkers: ['promises-once'],
    store: (store) => ({
      ...store,
      save: (record, rev) => {
        const { history, state } = record;
        const last = history.at(-1)!;
        if (last.by !== 'clock' || last.event !== 'signOverdue') return store.save(record, rev);
        const twice = [...history, { ...last, n: last.n + 1 }];
        return store.save({ ...record, history: twice, state: { ...state, entries: twice.length } }, rev);
      },
    }),
  },
  {
    name: 'promise-stamped-late',
    what: 'what the clock does is stamped a millisecond after its time',
    checkers: ['promises-once'],
    store: (store, agenda) => ({
      ...store,
      save: (record, rev) => {
        const last = record.history.at(-1)!;
        if (last.by !== 'clock' || last.at + 1 >= agenda.now) return store.save(record, rev);
        return store.save(
          { ...record, history: [...record.history.slice(0, -1), { ...last, at: last.at + 1 }] },
          rev,
        );
      },
    }),
  },
  {
    name: 'reopened-asleep',
    what: 'a ticket that is reopened is not put into the wake index',
    checkers: ['always-woken', 'never-late'],
    store: (store) => ({
      ...store,
      save: ({ wakeAt, ...record }, rev) => {
        const isAsleep = lastEvent(record) === 'reopened' || wakeAt === undefined;
        return store.save(isAsleep ? record : { ...record, wakeAt }, rev);
      },
    }),
  },
  {
    name: 'clearing-write-forgets-wake',
    what: 'the write that clears what was sent leaves no time to wake',
    checkers: ['always-woken', 'never-late'],
    store: (store) => ({
      ...store,
      clearOwed: (id, rev, { rev: next, owed }) => store.clearOwed(id, rev, { rev: next, owed }),
    }),
  },
  {
    name: 'clearing-write-clears-all',
    what: 'the write that clears what was sent clears what was not',
    checkers: ['effects-owed'],
    store: (store) => ({
      ...store,
      clearOwed: (id, rev, next) => store.clearOwed(id, rev, { ...next, owed: [] }),
    }),
  },
  {
    name: 'one-shard-unswept',
    what: 'the sweeper never sees a quarter of the wake index',
    checkers: ['never-late'],
    store: (store) => ({
      ...store,
      due: async (shard, until, page) => (shard % 4 === 1 ? { rows: [] } : store.due(shard, until, page)),
    }),
  },
  {
    name: 'sweeper-looks-back',
    what: 'the sweeper reads only what is late already',
    checkers: ['never-late'],
    store: (store) => ({
      ...store,
      due: (shard, until, page) => store.due(shard, until - horizonMs, page),
    }),
  },
  {
    name: 'first-row-stays',
    what: 'a row that is there is never put over',
    checkers: ['rows-right'],
    store: (store) => {
      const first = new Map<string, ViewRow>();
      return {
        ...store,
        putView: (view) => {
          const key = `${view.ticketId} ${view.unit}`;
          const row = first.get(key) ?? view;
          first.set(key, row);
          return store.putView({ ...row, rev: view.rev });
        },
      };
    },
  },
  {
    name: 'row-never-leaves',
    what: 'a unit that is done keeps its row',
    checkers: ['rows-right'],
    store: (store) => ({
      ...store,
      putView: (view) => store.putView(view.actBy === undefined ? { ...view, actBy: view.openedAt } : view),
    }),
  },
  {
    name: 'ledger-line-doubled',
    what: 'a line of the ledger is put a second time under another number',
    checkers: ['ledger-recounted', 'powers-counted'],
    store: (store) => ({
      ...store,
      putLedger: async (entry) => {
        await store.putLedger({ ...entry, id: `${entry.id}.again` });
        return store.putLedger(entry);
      },
    }),
  },
  {
    name: 'month-of-greenwich',
    what: 'a case is booked in the month of Greenwich instead of the city’s own',
    checkers: ['ledger-recounted', 'powers-counted'],
    store: (store) => ({
      ...store,
      putLedger: (entry) => store.putLedger({ ...entry, month: monthOf(entry.at, 0) }),
    }),
  },
  {
    name: 'notes-outlive-erasure',
    what: 'an erasure leaves the notes',
    checkers: ['private-kept'],
    store: (store) => ({
      ...store,
      eraseNote: async () => undefined,
      notes: async (ticketId, page) => {
        const { rows } = await store.notes(ticketId, page);
        const request = await store.loadRequest(ticketId);
        return { rows: request?.erasedAt === undefined ? rows : [] };
      },
    }),
  },
  {
    name: 'rules-not-kept',
    what: 'the sources of the rules are not kept',
    checkers: ['nothing-unexplained'],
    store: (store) => ({ ...store, putRules: async () => undefined }),
  },
];
