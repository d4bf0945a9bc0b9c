import { ticketIdOf } from '../../../functions/usecases/ticket-id.ts';
import { sha256 } from '../functions/service.ts';
import type { Bug } from './bug.ts';

interface Load {
  readonly tickets: readonly { readonly source: string; readonly sourceKey: string }[];
}

/** Mistakes in what comes in beside single requests: loads of old cases, powers of the street. */
export const intakeBugs: readonly Bug[] = [
  {
    name: 'import-drops-last-row',
    what: 'the last row of an import is acknowledged and dropped',
    checkers: ['requests-kept'],
    http: (serve) => async (event) => {
      const { tickets = [] } = event.rawPath === '/imports' ? (JSON.parse(event.body ?? '{}') as Load) : {};
      const last = tickets.at(-1);
      if (last === undefined || tickets.length === 1) return serve(event);
      const result = await serve({ ...event, body: JSON.stringify({ tickets: tickets.slice(0, -1) }) });
      if (result.statusCode !== 200 || result.body === undefined) return result;
      const { results } = JSON.parse(result.body) as { results: readonly unknown[] };
      const ticketId = ticketIdOf({ digest: sha256 }, last.source, last.sourceKey);
      const dropped = { sourceKey: last.sourceKey, status: 201, ticketId };
      return { ...result, body: JSON.stringify({ results: [...results, dropped] }) };
    },
  },
  {
    name: 'old-cases-press',
    what: 'an old case is stored as if it had come in today',
    checkers: ['promises-once', 'answers-hold', 'commands-once', 'ledger-recounted', 'effects-owed'],
    store: (store) => ({
      ...store,
      create: (record) =>
        store.create(
          record.state.backlog ? { ...record, state: { ...record.state, backlog: false } } : record,
        ),
    }),
  },
  {
    name: 'power-not-of-the-city',
    what: 'a power used is counted for the street and not for the city',
    checkers: ['powers-counted'],
    store: (store) => ({
      ...store,
      putLedger: async (entry) =>
        entry.type === 'power' && entry.by !== undefined ? 'stored' : store.putLedger(entry),
    }),
  },
];
