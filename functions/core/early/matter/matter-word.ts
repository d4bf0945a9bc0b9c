import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { MatterCommandOf } from './matter-command.ts';
import type { MatterEvent } from './matter-events.ts';
import type { MatterState } from './matter-state.ts';
import { addTask, hasRoomFor } from './matter-tasks.ts';

type Out = UndertakingOut<MatterEvent>;
type Answer = Result<MatterState, UndertakingRefusal>;

/** Words and answers of one matter at most: they stand on its own item. */
const wordsMax = 100;

/** The lead tells every citizen how it stands (进展告知): each through his own ticket. */
export function tellProgress(
  state: MatterState,
  { text }: MatterCommandOf<'tellProgress'>,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Answer {
  const fault = cannotSpeak(state, state.progress.length, actor);
  if (fault !== undefined) return err(fault);
  const by = actor.unit;
  const n = state.progress.length + 1;
  out.entry(now, 'progressTold', by, 'early.matter.progressEvery', state.lead);
  const progressBy =
    state.progressBy === undefined ? {} : { progressBy: now + rules.early.matter!.progressMs };
  const told = { ...state, ...progressBy, progress: [...state.progress, { n, at: now, by }] };
  return ok(addTask(told, { type: 'tell', ref: n, by, text }, now));
}

/**
 * The lead answers (答复): every open ticket of the matter, or of the batches named, is answered by itself, and each citizen
 * called back. Once all are answered no more word is owed until another batch joins; while one is not, it goes on being owed.
 */
export function answerMatter(
  state: MatterState,
  { text, batches }: MatterCommandOf<'answer'>,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Answer {
  const fault = cannotSpeak(state, state.answers.length, actor);
  if (fault !== undefined) return err(fault);
  if (batches?.some((n) => n < 1 || n > state.batches.length))
    return err({ code: 'INVALID', field: 'batches', reason: 'the matter has no such batch' });
  const by = actor.unit;
  const n = state.answers.length + 1;
  const only = batches === undefined ? {} : { only: [...new Set(batches)] };
  out.entry(now, 'answered', by, 'early.matter', state.lead);
  if (state.opener !== by) out.notice(now, state.opener, 'answered');
  const isWordToAll = batches === undefined && state.progressBy !== undefined;
  const progressBy = isWordToAll ? { progressBy: now + rules.early.matter!.progressMs } : {};
  const answered = { ...state, ...progressBy, answers: [...state.answers, { n, at: now, by, ...only }] };
  return ok(addTask(answered, { type: 'answer', ref: n, by, text, ...only }, now));
}

function cannotSpeak(
  state: MatterState,
  said: number,
  { unit }: UndertakingActor,
): UndertakingRefusal | undefined {
  if (unit !== state.lead) return { code: 'FORBIDDEN' };
  if (said >= wordsMax) return { code: 'LIMIT_REACHED', rule: 'early.matter', limit: wordsMax };
  if (hasRoomFor(state, 0)) return undefined;
  return { code: 'OUT_OF_TURN', reason: 'the matter is still busy with what was asked before' };
}
