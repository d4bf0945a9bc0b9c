import type { Rules } from '../../../functions/core/rules/rules.ts';
import { type DurationMs, dayMs, hourMs, minuteMs } from '../../../functions/core/time.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import { exponential } from '../../engine/distributions/exponential.ts';
import type { Stream } from '../../engine/stream.ts';
import type { CityDay } from './city-day.ts';
import type { PlannedRequest } from './plan-day.ts';
import { overUnit, platform, staffOf, supervisor } from './speakers.ts';
import { whistle } from './whistle.ts';

/** How long people take, in the city's own time. Assumptions of ours: nobody publishes them. */
const triageMs = exponential(20 * minuteMs);
const signMs = exponential(40 * minuteMs);
const contactMs = exponential(6 * hourMs);
const decideMs = exponential(5 * hourMs);
const waitMs = exponential(12 * hourMs);

/** Lives one request of the day through the API: the hotline, its lead and whoever else has a part in it. */
export async function liveTicket(day: CityDay, rules: Rules, request: PlannedRequest): Promise<void> {
  const { body, stream, conduct } = request;
  if (!(await day.until(request.atMs))) return;
  let view: TicketView | undefined = await day.submit(body);
  const { ticketId } = view;
  if (conduct === 'onTheSpot') return;
  if (request.triage !== undefined) {
    // However the day ends, a person names its unit: a request nobody can dispatch has reached nobody.
    await day.after(triageMs.draw(stream));
    view = await day.command(ticketId, platform, 'triage', request.triage);
  }
  if (view?.leadUnit === undefined || conduct === 'asleep') return;
  if (conduct === 'withdrawn') {
    if (await day.after(waitMs.draw(stream))) await day.command(ticketId, platform, 'withdraw');
    return;
  }
  if (conduct === 'disputed' || conduct === 'undecided') {
    view = await dispute(day, rules, view, stream, conduct === 'undecided');
  }
  if (view?.leadUnit === undefined || !(await day.after(signMs.draw(stream)))) return;
  const staff = staffOf(rules, view.leadUnit);
  view = await day.command(ticketId, staff, 'sign');
  if (view === undefined) return;
  if (stream.chance(0.06))
    await day.command(ticketId, platform, 'supplement', { text: '补充：情况仍在持续。' });
  if (!(await day.after(contactMs.draw(stream)))) return;
  view = (await day.command(ticketId, staff, 'contact')) ?? view;
  await help(day, rules, view, stream);
  if (conduct === 'suspended') await suspend(day, rules, view, stream);
  if (conduct === 'extended') await extend(day, rules, view, stream);
  if (conduct === 'whistled') await whistle(day, rules, view, stream);
  if (stream.chance(0.04)) await day.command(ticketId, platform, 'urge');
  await answer(day, rules, view, stream, conduct === 'late');
}

/** The lead answers: at a share of its time if it is prompt, after the deadline if it is late. */
export async function answer(
  day: CityDay,
  rules: Rules,
  view: TicketView,
  stream: Stream,
  late: boolean,
): Promise<void> {
  const limitMs = rules.tiers[rules.tierByKey.get(view.tier!)!]!.limitMs;
  const spanMs = Number.isFinite(limitMs) ? limitMs : 7 * dayMs;
  const takesMs: DurationMs = late ? spanMs * (1 + stream.next01()) : spanMs * 0.5 * stream.next01();
  if (!(await day.after(takesMs))) return;
  const text = '已现场处理，问题解决。';
  await day.command(view.ticketId, staffOf(rules, view.leadUnit!), 'answer', { text });
}

async function dispute(day: CityDay, rules: Rules, view: TicketView, stream: Stream, undecided: boolean) {
  const { ticketId, leadUnit } = view;
  const text = '不属于本单位职责。';
  const disputed = await day.command(ticketId, staffOf(rules, leadUnit!), 'dispute', { text });
  if (disputed?.owner === undefined) return undefined;
  const decidesMs = decideMs.draw(stream) + (undecided ? 26 * hourMs : 0);
  if (!(await day.after(decidesMs))) return undefined;
  // Of three disputes one moves the ticket: to the place's district, which takes what nobody takes.
  const district = view.placeCode === undefined ? undefined : overUnit(rules, view.placeCode).unit;
  const lead = district !== undefined && district !== leadUnit && stream.chance(1 / 3) ? district : leadUnit!;
  return day.command(ticketId, supervisor(rules, disputed.owner), 'arbitrate', { leadUnit: lead });
}

async function suspend(day: CityDay, rules: Rules, { ticketId, leadUnit }: TicketView, stream: Stream) {
  const over = overUnit(rules, leadUnit!);
  const suspended = await day.command(ticketId, over, 'suspend', { text: '等待管网改造。' });
  if (suspended === undefined || !(await day.after(waitMs.draw(stream)))) return;
  await day.command(ticketId, staffOf(rules, leadUnit!), 'resume');
}

async function extend(day: CityDay, rules: Rules, { ticketId, leadUnit }: TicketView, stream: Stream) {
  const asked = { by: 'PT2H', text: '需要等待配件。' };
  if ((await day.command(ticketId, staffOf(rules, leadUnit!), 'askExtension', asked)) === undefined) return;
  if (!(await day.after(decideMs.draw(stream)))) return;
  const over = overUnit(rules, leadUnit!);
  if (stream.chance(0.7)) await day.command(ticketId, over, 'grantExtension');
  else await day.command(ticketId, over, 'refuseExtension', { text: '应按期办结。' });
}

/** Of ten helpers seven report their part done; the others let their limit pass. */
async function help(day: CityDay, rules: Rules, { ticketId, helpers }: TicketView, stream: Stream) {
  for (const { unitCode } of helpers) {
    if (!stream.chance(0.7) || !(await day.after(minuteMs * 30))) continue;
    await day.command(ticketId, staffOf(rules, unitCode), 'helperDone');
  }
}
