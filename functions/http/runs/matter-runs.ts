import type { MatterCommand } from '../../core/early/matter/matter-command.ts';
import { ok } from '../../core/result.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../usecases/deps.ts';
import { listMembers } from '../../usecases/early/matters/list-members.ts';
import { openAMatter } from '../../usecases/early/matters/open-a-matter.ts';
import { commandUndertaking } from '../../usecases/early/undertakings/command-undertaking.ts';
import { readUndertaking } from '../../usecases/early/undertakings/read-undertakings.ts';
import { showMatter, showMember } from '../contracts/matter-views.ts';
import { showPage } from '../contracts/rows.ts';
import { pageOf } from '../page-of.ts';
import type { Input, Run } from '../run.ts';
import { undertaken } from './undertaken.ts';

type MatterMove =
  | 'addMatterMembers'
  | 'removeMatterMembers'
  | 'layMatterPlan'
  | 'finishMatterStep'
  | 'tellMatterProgress'
  | 'answerMatter'
  | 'closeMatter';
type MatterOperation = 'openMatter' | 'readMatter' | 'listMatterMembers' | MatterMove;

/** Matters (同因并案): opened, read, and asked for something. */
export function matterRuns(deps: Deps): { readonly [Id in MatterOperation]: Run<Id> } {
  const { utcOffsetMs } = deps.city.rules;
  const show = (record: UndertakingRecord) => showMatter(record, utcOffsetMs);
  const ask = async (command: MatterCommand, { path, body, caller, commandId }: Input<MatterMove>) => {
    const { text, attachments } = body;
    const request = {
      kind: 'matter',
      id: path.matterId,
      command,
      caller,
      commandId,
      text,
      attachments,
    } as const;
    return undertaken(await commandUndertaking(deps, request), show);
  };
  return {
    openMatter: async ({ body, caller, commandId }) => {
      const { title, itemCode: item, leadUnit: lead, text, attachments } = body;
      const matter = { title, item, lead, ...chosen(body, item) };
      return undertaken(await openAMatter(deps, matter, { caller, commandId, text, attachments }), show, 201);
    },
    readMatter: async ({ path, caller }) => {
      const found = await readUndertaking(deps, { kind: 'matter', id: path.matterId }, caller);
      return found.ok ? ok({ status: 200, body: show(found.value) }) : found;
    },
    listMatterMembers: async ({ path, query, caller }) => {
      const listed = await listMembers(deps, { matterId: path.matterId, page: pageOf(query) }, caller);
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, showMember(utcOffsetMs)) }) : listed;
    },
    addMatterMembers: async (input) => {
      const found = await readUndertaking(deps, { kind: 'matter', id: input.path.matterId }, input.caller);
      if (!found.ok) return found;
      return ask({ type: 'addMembers', ...chosen(input.body, found.value.item!) }, input);
    },
    removeMatterMembers: (input) => {
      const { ticketIds, leadUnit } = input.body;
      const lead = leadUnit === undefined ? {} : { lead: leadUnit };
      return ask({ type: 'removeMembers', ticketIds, ...lead }, input);
    },
    layMatterPlan: (input) => {
      const steps = input.body.steps.map(({ title, ownerUnit, by }) => ({
        title,
        owner: ownerUnit,
        by: Date.parse(by),
      }));
      return ask({ type: 'layPlan', steps }, input);
    },
    finishMatterStep: (input) => ask({ type: 'finishStep', step: input.body.step }, input),
    tellMatterProgress: (input) => ask({ type: 'tellProgress', text: input.body.text }, input),
    answerMatter: (input) => {
      const { text, batches } = input.body;
      return ask({ type: 'answer', text, ...(batches === undefined ? {} : { batches }) }, input);
    },
    closeMatter: (input) => ask({ type: 'close' }, input),
  };
}

/** The tickets a body names or selects, of the matter's own item where it names no other. */
function chosen({ ticketIds, selection }: Input<'addMatterMembers'>['body'], item: string) {
  return {
    ...(ticketIds === undefined ? {} : { ticketIds }),
    ...(selection === undefined
      ? {}
      : {
          selection: {
            item: selection.itemCode ?? item,
            places: selection.placeCodes,
            from: Date.parse(selection.openedFrom),
            to: Date.parse(selection.openedTo),
          },
        }),
  };
}
