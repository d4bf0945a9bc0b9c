import type { Rules } from '../../../functions/core/rules/rules.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { exponential } from '../../engine/distributions/exponential.ts';
import { Stream } from '../../engine/stream.ts';
import type { Heard } from '../webhook-receiver.ts';
import type { CityDay } from './city-day.ts';
import { answer } from './live-ticket.ts';
import { platform } from './speakers.ts';

const dialMs = exponential(2 * hourMs);

/**
 * What the hotline does when the service asks it to call a citizen (回访): one in twelve is not reached, one in six says
 * that nothing is resolved, and the ticket goes back to its lead, which answers again.
 */
export async function callBack(day: CityDay, rules: Rules, due: Heard, seed: number): Promise<void> {
  const stream = new Stream(seed, `callback ${due.id}`);
  const ticketId = String(due.data.ticketId);
  if (!(await day.after(dialMs.draw(stream)))) return;
  if (stream.chance(1 / 12)) {
    await day.command(ticketId, platform, 'recordCallback', { reached: false });
    return;
  }
  const resolved = !stream.chance(1 / 6);
  const grade = resolved ? (stream.chance(0.9) ? 'satisfied' : 'basicallySatisfied') : 'dissatisfied';
  const said = { reached: true, responded: true, resolved, grade };
  const view = await day.command(ticketId, platform, 'recordCallback', said);
  if (view?.status === 'handling') await answer(day, rules, view, stream, false);
}
