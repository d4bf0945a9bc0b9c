import { monthOf } from '../../core/calendar/month-of.ts';
import { err, ok, type Result } from '../../core/result.ts';
import {
  decideProject,
  type Project,
  type ProjectCommand,
  type ProjectRefusal,
  type Side,
  sides,
} from '../../core/sharing/project.ts';
import { commit, release, type Share } from '../../core/sharing/share.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Busy, Forbidden, NotFound } from '../errors.ts';
import { changeShared, isProject, isShare } from './change-shared.ts';
import { type NotEnough, notEnough } from './sharing-errors.ts';

type MoveError = ProjectRefusal | NotEnough | Forbidden | NotFound | Busy;

/**
 * A side's command to a project. Agreeing first takes the quantity from resource and need, each in one conditional write
 * that can be repeated, so that a resource is never given away twice; declining gives it back. A rating goes to the ledger
 * of the unit that is rated (双向评价通报), from the project as it is stored, so that a retry puts it if a crash did not.
 */
export async function moveProject(
  deps: Deps,
  id: string,
  command: ProjectCommand,
  {
    caller,
    commandId,
    text,
  }: { readonly caller: Caller; readonly commandId: string; readonly text?: string },
): Promise<Result<Project, MoveError>> {
  const asked = askedOf(deps, command, commandId, text);
  const given = await deps.store.loadShared(id);
  if (given?.list !== 'project') return err({ code: 'NOT_FOUND' });
  const side = sides.find((one) => given.owners[one] === caller.unit);
  if (side === undefined) return err({ code: 'FORBIDDEN' });
  const now = deps.clock.now();
  const decided = decideProject(given, asked, side, now);
  if (!decided.ok) return decided;
  if (command.type === 'agree') {
    const taken = await takeBoth(deps, given);
    if (!taken.ok) return taken;
  }
  const moved = await changeShared<Project, ProjectRefusal>(deps, id, isProject, (project) =>
    decideProject(project, asked, side, now),
  );
  if (moved.ok ? moved.value.status === 'declined' : command.type === 'agree') await giveBack(deps, given);
  if (!moved.ok) return moved;
  if (command.type === 'rate') await account(deps, moved.value);
  if (text !== undefined) await say(deps, moved.value, { by: given.owners[side], commandId, text });
  return moved;
}

/** A rating with the key and the digest of all that was asked; the other commands are so or are not, whoever asks again. */
function askedOf(
  { digest }: Deps,
  command: ProjectCommand,
  commandId: string,
  text: string | undefined,
): ProjectCommand {
  if (command.type !== 'rate') return command;
  const said = digest(JSON.stringify([command.points, text ?? '']));
  return { ...command, asked: { commandId, digest: said.slice(0, 32) } };
}

/** What a side said with its command (双向沟通), beside the project as notes are beside a ticket. */
async function say(
  { store }: Deps,
  { id, changedAt }: Project,
  { by, commandId, text }: { by: string; commandId: string; text: string },
): Promise<void> {
  const note = {
    ticketId: id,
    id: commandId,
    at: changedAt,
    by,
    kind: 'note',
    text,
    attachments: [],
  } as const;
  await store.addNote(note);
}

/** Takes the project's part of the resource, then of the need; what cannot be had of the second is given back. */
async function takeBoth(
  deps: Deps,
  project: Project,
): Promise<Result<undefined, NotEnough | NotFound | Busy>> {
  for (const side of ['resource', 'need'] as const) {
    const taken = await changeShared<Share, NotEnough>(deps, project[side], isShare, (share) => {
      const committed = commit(share, project.id, project.quantity);
      return committed === undefined ? err(notEnough(side)) : ok(committed);
    });
    if (taken.ok) continue;
    if (project.status !== 'agreed') await giveBack(deps, project);
    return taken;
  }
  return ok(undefined);
}

async function giveBack(deps: Deps, project: Project): Promise<void> {
  const now = await deps.store.loadShared(project.id);
  if (now?.list === 'project' && (now.status === 'agreed' || now.status === 'done')) return;
  for (const side of sides) {
    await changeShared<Share, never>(deps, project[side], isShare, (share) =>
      ok(share.commitments.some((one) => one.project === project.id) ? release(share, project.id) : share),
    );
  }
}

async function account({ store, city }: Deps, { id, owners, ratings }: Project): Promise<void> {
  for (const rated of sides) {
    const rating = ratings[rated];
    if (rating === undefined) continue;
    const by: Side = rated === 'need' ? 'resource' : 'need';
    await store.putLedger({
      type: 'rating',
      unit: owners[rated],
      month: monthOf(rating.at, city.rules.utcOffsetMs),
      id: `rating-${id}-${rated}`,
      at: rating.at,
      board: 'mutual',
      by: owners[by],
      points: rating.points,
    });
  }
}
