import { ok } from '../../core/result.ts';
import type { ProjectCommand } from '../../core/sharing/project.ts';
import type { Deps } from '../../usecases/deps.ts';
import { closeShare } from '../../usecases/sharing/close-share.ts';
import { moveProject } from '../../usecases/sharing/move-project.ts';
import { offerProject } from '../../usecases/sharing/offer-project.ts';
import { listShared, matchNeed, readProject } from '../../usecases/sharing/read-shared.ts';
import { registerShare } from '../../usecases/sharing/register-share.ts';
import { showNote, showPage } from '../contracts/rows.ts';
import { showProject, showShare, showShared } from '../contracts/shared-views.ts';
import { pageOf } from '../page-of.ts';
import type { Input, Run } from '../run.ts';
import { replayed } from './replayed.ts';

type Move = 'agreeProject' | 'declineProject' | 'finishProject' | 'rateProject';
type SharingCommand = 'registerShare' | 'closeShare' | 'offerProject' | Move;
type SharingRead = 'listShares' | 'matchNeed' | 'readProject';

/** What units do with resources, needs and projects. */
export function sharingCommands(deps: Deps): { readonly [Id in SharingCommand]: Run<Id> } {
  const { utcOffsetMs } = deps.city.rules;
  const move = async (command: ProjectCommand, { path, body, caller, commandId }: Input<Move>) => {
    const said = body.text === undefined ? {} : { text: body.text };
    const moved = await moveProject(deps, path.projectId, command, { caller, commandId, ...said });
    return moved.ok ? ok({ status: 200, body: showProject(utcOffsetMs)(moved.value) } as const) : moved;
  };
  return {
    registerShare: async ({ body, caller, commandId }) => {
      const done = await registerShare(deps, body, commandId, caller);
      if (!done.ok) return done;
      const { share, isNew } = done.value;
      return ok({ status: isNew ? 201 : 200, body: showShare(utcOffsetMs)(share), ...replayed(isNew) });
    },
    closeShare: async ({ path, caller }) => {
      const closed = await closeShare(deps, path.shareId, caller);
      return closed.ok ? ok({ status: 200, body: showShare(utcOffsetMs)(closed.value) }) : closed;
    },
    offerProject: async ({ body, caller, commandId }) => {
      const done = await offerProject(deps, body, commandId, caller);
      if (!done.ok) return done;
      const { project, isNew } = done.value;
      return ok({ status: isNew ? 201 : 200, body: showProject(utcOffsetMs)(project), ...replayed(isNew) });
    },
    agreeProject: (input) => move({ type: 'agree' }, input),
    declineProject: (input) => move({ type: 'decline' }, input),
    finishProject: (input) => move({ type: 'done' }, input),
    rateProject: (input) => move({ type: 'rate', points: input.body.points }, input),
  };
}

/** The three lists, what fits a need, and a project with what was said. */
export function sharingReads(deps: Deps): { readonly [Id in SharingRead]: Run<Id> } {
  const { utcOffsetMs } = deps.city.rules;
  return {
    listShares: async ({ query }) => {
      const { list, area } = query;
      const listed = await listShared(deps, { list, area, page: pageOf(query) });
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, showShared(utcOffsetMs)) }) : listed;
    },
    matchNeed: async ({ path }) => {
      const found = await matchNeed(deps, path.shareId);
      if (!found.ok) return found;
      const show = showShare(utcOffsetMs);
      const matches = found.value.matches.map(({ resource, ...fit }) => ({
        resource: show(resource),
        ...fit,
      }));
      return ok({ status: 200, body: { need: show(found.value.need), matches } });
    },
    readProject: async ({ path, caller }) => {
      const found = await readProject(deps, path.projectId, caller);
      if (!found.ok) return found;
      const { project, notes } = found.value;
      const body = { project: showProject(utcOffsetMs)(project), notes: notes.map(showNote(utcOffsetMs)) };
      return ok({ status: 200, body });
    },
  };
}
