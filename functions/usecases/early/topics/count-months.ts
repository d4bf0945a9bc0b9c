import { dayMs } from '../../../core/time.ts';
import type { BoardJob } from '../../../ports/board-job.ts';
import { askBoardJob } from '../../boards/ask-board-job.ts';
import type { BoardDeps } from '../../boards/board-deps.ts';

/**
 * Sets jobs to work on the months that are not counted, in the name of the city. A month is asked for once a day: whoever
 * asks again the same day is given the same job. A month from before the first pack is counted by the present one.
 *
 * @returns the jobs taken on; there is none of a month whose job could not be sent
 */
export async function countMonths(deps: BoardDeps, months: readonly string[]): Promise<BoardJob[]> {
  const jobs: BoardJob[] = [];
  for (const period of months) {
    const job = await countMonth(deps, period);
    if (job.ok) jobs.push(job.value);
  }
  return jobs;
}

async function countMonth(deps: BoardDeps, period: string) {
  const { units, hash } = deps.city.rules;
  const city = { subject: 'clock', unit: units.codes[units.city]!, hotline: false };
  const today = Math.floor(deps.clock.now() / dayMs);
  const asked = {
    board: { kind: 'matters', period },
    wanted: { task: 'refresh' },
    commandId: `matters-${period}-${today}`,
  } as const;
  const job = await askBoardJob(deps, asked, city);
  if (job.ok || job.error.code !== 'NO_RULES') return job;
  return askBoardJob(deps, { ...asked, commandId: `${asked.commandId}-present`, rulesHash: hash }, city);
}
