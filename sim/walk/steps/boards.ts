import type { BoardRow, RatingRow } from '../../../functions/core/score/board.ts';
import { BrokenWalk } from '../broken-walk.ts';
import type { Walker } from '../walker.ts';

interface Job {
  readonly jobId: string;
  readonly state: string;
  readonly digest?: string;
  readonly same?: boolean;
  readonly entries: number;
}

type Kind = 'month' | 'annual' | 'special';

/** Work on a board by the city's own office, done when this answers. */
async function work(w: Walker, task: string, path: string, what: string): Promise<Job> {
  const city = [...w.units.values()].find(({ kind }) => kind === 'city')!.code;
  const asked = await w.as(city).post<Job>(`${path}/${task}`, {}, { what, expect: 202 });
  await w.workOnBoards();
  const job = await w.as(city).get<Job>(`/board-jobs/${asked.jobId}`, {
    what: '查任务',
    fact: ({ state, entries, digest = '' }: Job) => `${state}, ${entries} entries, ${digest.slice(0, 12)}…`,
  });
  if (job.state !== 'done') throw new BrokenWalk(`the board's job ended as ${JSON.stringify(job)}`);
  return job;
}

/** Publishes a board and has it recomputed: the same entries must give the same digest. */
export async function publish(w: Walker, kind: Kind, period: string): Promise<void> {
  const path = `/boards/${kind}/${period}`;
  const published = await work(w, 'publish', path, '发布榜单');
  const verified = await work(w, 'verify', path, '复核榜单');
  w.expect(
    `the ${kind} board of ${period} recomputes to the same digest`,
    [verified.same, verified.digest === published.digest],
    [true, true],
  );
}

/** The rows of one group of a published board, in the order of rank; at most a hundred. */
export async function rowsOf<Row extends BoardRow | RatingRow>(
  w: Walker,
  path: { readonly kind: Kind; readonly period: string; readonly group: string },
): Promise<readonly Row[]> {
  const city = [...w.units.values()].find(({ kind }) => kind === 'city')!.code;
  const { rows } = await w
    .as(city)
    .get<{ rows: readonly Row[] }>(`/boards/${path.kind}/${path.period}/groups/${path.group}?limit=100`, {
      what: '查榜单',
      fact: (page: { rows: readonly Row[] }) => {
        const first = page.rows[0];
        return first === undefined ? 'no rows' : `1. ${w.units.get(first.unit)?.zh} ${first.score ?? '-'}`;
      },
    });
  return rows;
}

/** A unit's row on a published board. */
export async function rowOf<Row extends BoardRow | RatingRow>(
  w: Walker,
  { kind, period, unit }: { readonly kind: Kind; readonly period: string; readonly unit: string },
): Promise<Row> {
  const city = [...w.units.values()].find((one) => one.kind === 'city')!.code;
  const { row } = await w.as(city).get<{ row: Row }>(`/boards/${kind}/${period}/units/${unit}`, {
    what: '查单位得分',
    fact: ({ row: found }: { row: Row }) => `${w.units.get(unit)?.zh} ${found.score ?? '-'}`,
  });
  return row;
}
