import type { Rules } from '../../../functions/core/rules/rules.ts';
import { hourMs } from '../../../functions/core/time.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import { exponential } from '../../engine/distributions/exponential.ts';
import type { Stream } from '../../engine/stream.ts';
import type { CityDay } from './city-day.ts';
import { staffOf } from './speakers.ts';

const arriveMs = exponential(9 * hourMs);
const workMs = exponential(3 * hourMs);
const summonedMax = 3;

/** A subdistrict whistles up to three bodies (吹哨); they come, work and are released. Others' leads may not whistle. */
export async function whistle(day: CityDay, rules: Rules, view: TicketView, stream: Stream): Promise<void> {
  const { ticketId, leadUnit } = view;
  const { units } = rules;
  const lead = units.byCode.get(leadUnit!)!;
  if (units.kinds[lead] !== 'subdistrict') return;
  const near = units.codes.filter(
    (_, n) => units.kinds[n] === 'bureau' && units.areaParent[n] === units.district[lead],
  );
  const far = units.codes.filter(
    (_, n) => units.kinds[n] === 'department' || units.kinds[n] === 'enterprise',
  );
  const called = new Set([near, far, far].map((from) => from[stream.below(from.length)]!));
  const unitCodes = [...called].slice(0, summonedMax);
  const blown = await day.command(ticketId, staffOf(rules, leadUnit!), 'blowWhistle', {
    kind: 'enforcement',
    unitCodes,
  });
  if (blown === undefined) return;
  for (const unitCode of unitCodes) {
    if (!(await reportIn(day, rules, ticketId, unitCode, stream))) continue;
    await day.command(ticketId, staffOf(rules, leadUnit!), 'release', { unitCode });
  }
}

/**
 * One body reports in (报到): acknowledges, arrives (sometimes after its limit), does its part. One in eight declines.
 * True when it waits to be released.
 */
async function reportIn(
  day: CityDay,
  rules: Rules,
  ticketId: string,
  unit: string,
  stream: Stream,
): Promise<boolean> {
  const staff = staffOf(rules, unit);
  if (stream.chance(1 / 8)) {
    await day.command(ticketId, staff, 'declineSummons', { text: '当日无人可派。' });
    return false;
  }
  await day.command(ticketId, staff, 'acknowledgeSummons');
  if (!(await day.after(arriveMs.draw(stream)))) return false;
  await day.command(ticketId, staff, 'arrive');
  if (!(await day.after(workMs.draw(stream)))) return false;
  return (await day.command(ticketId, staff, 'finishTask')) !== undefined;
}
