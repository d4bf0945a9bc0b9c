import { ok } from '../../core/result.ts';
import { kindOfId } from '../../core/undertaking/undertaking-id.ts';
import type { Deps } from '../../usecases/deps.ts';
import {
  listUndertakings,
  readUndertaking,
  undertakingNotes,
} from '../../usecases/early/undertakings/read-undertakings.ts';
import { showNote, showPage } from '../contracts/rows.ts';
import { showHead, showUndertakingEntry } from '../contracts/undertaking-views.ts';
import { pageOf } from '../page-of.ts';
import type { Run } from '../run.ts';

type UndertakingRead = 'listUndertakings' | 'readUndertaking' | 'listUndertakingNotes';

/** Undertakings of every kind: lists, histories and notes. */
export function undertakingRuns(deps: Deps): { readonly [Id in UndertakingRead]: Run<Id> } {
  const { utcOffsetMs } = deps.city.rules;
  const read = (id: string, caller: Parameters<typeof readUndertaking>[2]) =>
    readUndertaking(deps, { kind: kindOfId(id)!, id }, caller);
  return {
    listUndertakings: async ({ query, caller }) => {
      const listed = await listUndertakings(deps, { list: query.list, page: pageOf(query) }, caller);
      return ok({ status: 200, body: showPage(listed, (record) => showHead(record, utcOffsetMs)) });
    },
    readUndertaking: async ({ path, caller }) => {
      const found = await read(path.undertakingId, caller);
      if (!found.ok) return found;
      const history = found.value.history.map(showUndertakingEntry(utcOffsetMs));
      return ok({ status: 200, body: { ...showHead(found.value, utcOffsetMs), history } });
    },
    listUndertakingNotes: async ({ path, query, caller }) => {
      const found = await read(path.undertakingId, caller);
      if (!found.ok) return found;
      const notes = await undertakingNotes(deps, path.undertakingId, pageOf(query));
      return ok({ status: 200, body: showPage(notes, showNote(utcOffsetMs)) });
    },
  };
}
