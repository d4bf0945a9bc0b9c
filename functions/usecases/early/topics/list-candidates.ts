import { monthOf } from '../../../core/calendar/month-of.ts';
import { monthAfter } from '../../../core/calendar/months.ts';
import {
  type Candidate,
  type CountedMatter,
  rankCandidates,
} from '../../../core/early/topic/rank-candidates.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import type { BoardJob } from '../../../ports/board-job.ts';
import type { BoardDeps } from '../../boards/board-deps.ts';
import type { Invalid } from '../../errors.ts';
import { countMonths } from './count-months.ts';
import { findMonths, mattersOfTables } from './matter-months.ts';
import { allCounted, type NoPart, type NotCounted } from './topic-errors.ts';

export interface CandidatesAsked {
  /** The month a topic is looked for. */
  readonly month: string;
  /** Items in the whole city, or in each district by itself. */
  readonly by: 'item' | 'district';
  /** Of one district alone. */
  readonly district?: string;
}

/** What could be the topic of a month, and the months it was counted over. */
export interface CandidateList {
  readonly from: string;
  readonly to: string;
  /** Names the tables it was ranked from. */
  readonly digest: string;
  readonly rows: readonly Candidate[];
}

type WindowError = NoPart | Invalid;

/** Ranks what could be the topic of a month (每月一题候选), by the months before it as they are counted. */
export async function listCandidates(
  deps: BoardDeps,
  { month, by, district }: CandidatesAsked,
): Promise<Result<CandidateList, WindowError | NotCounted>> {
  const window = windowOf(deps, month);
  if (!window.ok) return window;
  const { from, to, rules } = window.value;
  const tables = allCounted(await findMonths(deps, from, to));
  if (!tables.ok) return tables;
  const matters = await mattersOfTables(deps, tables.value);
  const counted: CountedMatter[] = matters
    .filter((one) => district === undefined || one.district === district)
    .map(({ district: area, ...one }) => (by === 'item' ? one : { ...one, district: area }));
  const digest = deps.digest(tables.value.map((table) => table.digest).join('\n'));
  return ok({ from, to, digest, rows: rankCandidates(counted, rules) });
}

/** Has the months before a topic's month counted where they are not; answers the jobs. */
export async function refreshCandidates(
  deps: BoardDeps,
  month: string,
): Promise<Result<{ readonly missing: readonly string[]; readonly jobs: readonly BoardJob[] }, WindowError>> {
  const window = windowOf(deps, month);
  if (!window.ok) return window;
  const { missing } = await findMonths(deps, window.value.from, window.value.to);
  return ok({ missing, jobs: await countMonths(deps, missing) });
}

/** The months before a topic's own that its pack looks at: all of them over. */
export function windowOf({ city, clock }: Pick<BoardDeps, 'city' | 'clock'>, month: string) {
  const topic = earlyPart(city.rules, 'topic');
  if (!topic.ok) return topic;
  const rules = topic.value.candidates;
  const to = monthAfter(month, -1);
  if (to >= monthOf(clock.now(), city.rules.utcOffsetMs)) {
    return err({ code: 'INVALID', field: 'month', reason: 'the months before it are not over' } as const);
  }
  return ok({ from: monthAfter(month, -rules.windowMonths), to, rules });
}
