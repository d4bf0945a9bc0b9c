import { err, ok, type Result } from '../../result.ts';
import type { EpochMs } from '../../time.ts';
import type { UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { MatterCommandOf } from './matter-command.ts';
import type { MatterEvent } from './matter-events.ts';
import type { MatterState, MatterTask, Told } from './matter-state.ts';

type Out = UndertakingOut<MatterEvent>;

/**
 * A piece of the first task is done: what it came to is counted once, because a second report of the same piece no longer
 * begins where the task stands. The next piece is due at once.
 */
export function pieceDone(
  state: MatterState,
  piece: MatterCommandOf<'pieceDone'>,
  now: EpochMs,
  out: Out,
): Result<MatterState, UndertakingRefusal> {
  const [task, ...later] = state.tasks;
  if (task === undefined || task.n !== piece.task || task.cursor !== piece.from)
    return err({ code: 'OUT_OF_TURN', reason: 'this piece of work was done already' });
  const { cursor: _, ticketIds, ...rest } = task;
  const left = ticketIds?.slice(piece.taken) ?? [];
  const counted: MatterTask = {
    ...rest,
    ...(left.length === 0 ? {} : { ticketIds: left }),
    ...(piece.next === undefined ? {} : { cursor: piece.next }),
    done: task.done + piece.done,
    skipped: task.skipped + piece.skipped,
    refused: task.refused + piece.refused,
  };
  const members =
    state.members + (task.type === 'join' ? piece.done : task.type === 'leave' ? -piece.done : 0);
  const grown = { ...state, members };
  if (piece.next !== undefined || left.length > 0)
    return ok({ ...grown, tasks: [counted, ...later], workAt: now });
  const ended = endTask(grown, counted, now, out);
  const { workAt: __, ...idle } = ended;
  return ok(later.length === 0 ? { ...idle, tasks: [] } : { ...ended, tasks: later, workAt: now });
}

/** What a task came to, in history and beside what it was about. */
function endTask(state: MatterState, task: MatterTask, now: EpochMs, out: Out): MatterState {
  const { n, type, ref, done, skipped, refused, by } = task;
  const tell = (event: MatterEvent, rule = 'early.matter') => {
    out.entry(now, event, 'clock', rule, state.lead);
    for (const to of new Set([by, state.lead])) out.notice(now, to, event);
  };
  const counted = (words: readonly Told[]) =>
    words.map((word) => (word.n === ref ? { ...word, done, skipped, refused } : word));
  switch (type) {
    case 'join': {
      // Tickets named and tickets selected are two tasks of one batch: the last of them tells.
      if (!state.tasks.some((one) => one.n > n && one.type === 'join' && one.ref === ref))
        tell('membersJoined');
      const batches = state.batches.map((batch) =>
        batch.n === ref ? { ...batch, joined: batch.joined + done, refused: batch.refused + refused } : batch,
      );
      return { ...state, batches, refused: state.refused + refused };
    }
    case 'leave':
      tell('membersLeft');
      return state;
    case 'tell':
      tell('allTold', 'early.matter.progressEvery');
      return { ...state, progress: counted(state.progress) };
    case 'answer': {
      tell('allAnswered');
      const { progressBy: _, ...rest } = state;
      const isWholly = refused === 0 && task.only === undefined;
      return { ...(isWholly ? rest : state), answers: counted(state.answers) };
    }
    case 'check':
      return endCheck(state, refused, now, tell);
  }
}

/** A matter closes when none of its tickets is open (`open` of them still are). */
function endCheck(
  state: MatterState,
  open: number,
  now: EpochMs,
  tell: (event: MatterEvent) => void,
): MatterState {
  if (open > 0) {
    tell('closingRefused');
    return { ...state, status: 'atWork', openFound: open };
  }
  tell('closed');
  const { planBy: _, progressBy: __, openFound: ___, ...rest } = state;
  return { ...rest, status: 'closed', closedAt: now };
}
