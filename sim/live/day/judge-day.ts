import { join } from 'node:path';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { CaseFile } from '../../../functions/usecases/read-ticket.ts';
import { checkDeliveries } from '../check-deliveries.ts';
import { checkLives } from '../check-lives.ts';
import { filesOf, findLeaks, type Place } from '../find-leaks.ts';
import { spreadCells, spreadOf } from '../quantiles.ts';
import type { Finding } from '../report.ts';
import type { ServiceClient } from '../service-client.ts';
import { readTimerLateness } from '../timer-log.ts';
import type { WebhookReceiver } from '../webhook-receiver.ts';
import type { CityDay } from './city-day.ts';
import type { DayPlan } from './plan-day.ts';
import { targetKinds } from './targets.ts';

/** A promise due when its ticket is read may take a sweep and a retry; longer and it is broken. */
const patienceMs = 90_000;

export interface LivedDay {
  readonly day: CityDay;
  readonly plan: DayPlan;
  readonly city: LoadedCity;
  readonly client: ServiceClient;
  readonly receiver: WebhookReceiver;
  readonly owners: ReadonlySet<string>;
  readonly dataDir: string;
  readonly clock: Clock;
}

/** Reads everything back and holds it against what was sent, what the rules make of it, and what receivers heard. */
export async function judgeDay(lived: LivedDay): Promise<{ findings: Finding[]; lines: string[][] }> {
  const { day, plan, city, client, receiver, owners, dataDir, clock } = lived;
  const heardBefore = new Set(receiver.heard.keys());
  const lives = await checkLives(
    { client, city, clock, commands: day.commands, patienceMs },
    day.acknowledged,
  );
  const told = await checkDeliveries({
    receiver,
    owners,
    effects: lives.effects,
    heardBefore,
    clock,
    patienceMs,
  });
  const redriven = (await client.ask({ role: 'operator' }, 'POST', '/dead-letters/redrive')).body;
  const logsDir = join(dataDir, 'logs');
  const places: Place[] = [
    ...filesOf(logsDir),
    ...filesOf(join(dataDir, 'sqs')),
    { name: 'webhooks', texts: receiver.texts },
    { name: 'paths asked for', texts: [...client.paths] },
  ];
  const leaks = findLeaks(places, plan.secrets);
  // The same search must find what is meant to be there, or it proves nothing.
  const known = lives.files.map(({ ticket }) => ticket.ticketId);
  const searched = ['sqs', 'webhooks'].filter(
    (name) =>
      findLeaks(
        places.filter((place) => place.name.includes(name)),
        known,
      ).length > 0,
  );
  const timers = spreadOf(readTimerLateness(logsDir));
  const all = (names: readonly string[]) =>
    names.length === 0 ? '' : `: ${names.slice(0, 3).join('; ')}${names.length > 3 ? ' ...' : ''}`;
  const none = (promise: string, names: readonly string[], of: string): Finding => ({
    promise,
    saw: `${names.length} of ${of}${all(names)}`,
    kept: names.length === 0,
  });
  const acknowledged = `${day.acknowledged.length} acknowledged`;
  const findings: Finding[] = [
    {
      promise: 'every request is acknowledged',
      saw: `${day.acknowledged.length} of ${plan.requests.length}`,
      kept: day.acknowledged.length === plan.requests.length,
    },
    none('lost', lives.lost, acknowledged),
    ...reached(plan, lives.files),
    none('history other than the rules make of it', lives.wrong, acknowledged),
    none('promise not kept', lives.unkept, `${lives.promisesKept} kept`),
    none('promise or effect early', [...lives.early, ...told.early], `${lives.promisesKept}`),
    none('owed effect not arrived', told.missing, `${told.owed} owed to ${owners.size} receivers`),
    none('effect nobody owed', [...told.unowed, ...told.altered], `${receiver.heard.size} heard`),
    none('signature or form refused', receiver.refused, `${receiver.texts.length} deliveries`),
    { promise: 'no dead letters', saw: JSON.stringify(redriven), kept: isDeepEmpty(redriven) },
    none('personal data outside the request', leaks, `${plan.secrets.length} names and numbers`),
    {
      promise: 'the search for it finds ids of tickets',
      saw: `in ${searched.join(', ')}`,
      kept: searched.length === 2,
    },
    { promise: 'timers were measured', saw: `${timers.count} wake-ups`, kept: timers.count > 0 },
  ];
  const lines = [
    ['requests', `${day.acknowledged.length} acknowledged, ${client.retries} tries repeated`],
    ['commands accepted', countsText(day.accepted)],
    ['commands refused', countsText(day.refused) || 'none'],
    ['tickets ended', countsText(statuses(lives.files))],
    ['promises kept by the clock', countsText(promises(lives.files))],
    ['effects heard', `${receiver.heard.size}, ${told.repeats} of them again`],
    ['late: promise to wake-up', spreadCells(timers).join('  ')],
    ['late: promise to webhook', spreadCells(told.lateness).join('  ')],
  ];
  return { findings, lines };
}

const isDeepEmpty = (body: unknown) => (body as { redriven?: number } | undefined)?.redriven === 0;

/** Which units stood on a ticket as its lead or helper, or were summoned to it. */
function reached({ targets }: DayPlan, files: readonly CaseFile[]): Finding[] {
  const units = new Set(
    files.flatMap(({ ticket, history }) => [
      ...history.flatMap(({ event, unitCode }) =>
        event === 'dispatched' && unitCode !== undefined ? [unitCode] : [],
      ),
      ...ticket.helpers.map(({ unitCode }) => unitCode),
      ...ticket.summonses.map(({ unitCode }) => unitCode),
    ]),
  );
  return targetKinds.map((kind) => {
    const wanted = targets.filter((target) => target.kind === kind).map(({ unit }) => unit);
    const count = wanted.filter((unit) => units.has(unit)).length;
    return {
      promise: `every ${kind} reached`,
      saw: `${count} of ${wanted.length}`,
      kept: count === wanted.length,
    };
  });
}

const countsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const tally = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const statuses = (files: readonly CaseFile[]) => tally(files.map(({ ticket }) => ticket.status));

const promises = (files: readonly CaseFile[]) =>
  tally(
    files.flatMap(({ history }) =>
      history
        .filter(({ by, event }) => by === 'clock' && event !== 'dispatched' && event !== 'helperAdded')
        .map(({ event }) => event),
    ),
  );
