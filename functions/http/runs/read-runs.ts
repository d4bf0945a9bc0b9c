import type * as z from 'zod';
import { ok } from '../../core/result.ts';
import { countTickets } from '../../usecases/count-tickets.ts';
import type { Deps } from '../../usecases/deps.ts';
import { listLedger, listNotes, listWorklist } from '../../usecases/list-tickets.ts';
import { findBySource, readTicket } from '../../usecases/read-ticket.ts';
import { showLedgerEntry, showNote, showPage, showRow } from '../contracts/rows.ts';
import { pageOf } from '../page-of.ts';
import type { Runs } from '../run.ts';
import { sharingReads } from './sharing-runs.ts';
import { supervisionRuns } from './supervision-runs.ts';

/** What this service runs, as its health and its description tell. */
export interface Running {
  readonly city: string;
  readonly pack: string;
  /** The data of each webhook event, by CloudEvents type. */
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** Case files, lists and counts; the API's own description. */
export function readRuns(deps: Deps, running: Running): Runs<'read'> {
  const { rules } = deps.city;
  const { utcOffsetMs } = rules;
  const { city, pack, events } = running;
  let described: object | undefined;
  return {
    ...supervisionRuns(deps),
    ...sharingReads(deps),
    readTicket: async ({ path, caller }) => {
      const found = await readTicket(deps, path.ticketId, caller);
      return found.ok ? ok({ status: 200, body: found.value }) : found;
    },
    findTickets: async ({ query, caller }) => {
      if ('source' in query) {
        const found = await findBySource(deps, query, caller);
        return found.ok ? ok({ status: 200, body: found.value }) : found;
      }
      const { unit } = query;
      const page = pageOf(query);
      if ('status' in query) {
        const listed = await listWorklist(deps, { owner: unit, page }, caller);
        return listed.ok ? ok({ status: 200, body: showPage(listed.value, showRow(utcOffsetMs)) }) : listed;
      }
      const listed = await listLedger(deps, { unit, month: query.month, page }, caller);
      if (!listed.ok) return listed;
      return ok({ status: 200, body: showPage(listed.value, showLedgerEntry(utcOffsetMs)) });
    },
    listNotes: async ({ path, query, caller }) => {
      const listed = await listNotes(deps, path.ticketId, pageOf(query), caller);
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, showNote(utcOffsetMs)) }) : listed;
    },
    readWorklist: async ({ path, query, caller }) => {
      const listed = await listWorklist(deps, { owner: path.owner, page: pageOf(query) }, caller);
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, showRow(utcOffsetMs)) }) : listed;
    },
    countTickets: async ({ query, caller }) => {
      const counted = await countTickets(deps, query.unit === undefined ? {} : { unit: query.unit }, caller);
      return counted.ok ? ok({ status: 200, body: counted.value }) : counted;
    },
    readOpenApi: async () => {
      const { openApiDocument } = await import('../openapi/openapi-document.ts');
      described ??= openApiDocument(events);
      return ok({ status: 200, body: described });
    },
    readHealth: async () => {
      const body = { status: 'ok', city, pack, rulesHash: rules.hash, speed: rules.speed };
      return ok({ status: 200, body });
    },
  };
}
