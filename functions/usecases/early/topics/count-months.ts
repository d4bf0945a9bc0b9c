import { dayMs } from '../../../core/time.ts';
import type { BoardJob } from '../../../ports/board-job.ts';
import { askBoardJob } from '../../boards/ask-board-job.ts';
import type { BoardDeps } from '../../boards/board-deps.ts';

/**
 * Sets jobs to work on the months that are not counted, in the name of the city. A month is asked for once a day: whoever
 * asks again the same day is given the same job.
 *
 * @returns the jobs taken on; a month that cannot be counted (no rules, a queue that is down) has none
 */
export async function countMonths(deps: BoardDeps, months: readonly string[]): Promise<BoardJob[]> {
  const { units } = deps.city.rules;
  const city = { subject: 'clock', unit: units.codes[units.city]!, hotline: false };
  const today = Math.floor(deps.clock.now() / dayMs);
  const jobs: BoardJob[] = [];
  for (const period of months) {
    const job = await askBoardJob(
      deps,
      {
        board: { kind: 'matters', period },
        wanted: { task: 'refresh' },
        commandId: `matters-${period}-${today}`,
      },
      city,
    );
    if (job.ok) jobs.push(job.value);
  }
  return jobs;
}
