import { join } from 'node:path';
import { readCity } from '../../functions/adapters/rules/read-city.ts';
import type { Rules } from '../../functions/core/rules/rules.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import { Actor } from '../../functions/core/ticket/actor.ts';
import { type Command, keep } from '../../functions/core/ticket/command.ts';
import { advance, decide } from '../../functions/core/ticket/decide.ts';
import { Answer } from '../../functions/core/ticket/kinds.ts';
import { open } from '../../functions/core/ticket/open.ts';
import type { Out } from '../../functions/core/ticket/out.ts';
import { Status } from '../../functions/core/ticket/status.ts';
import { Ticket } from '../../functions/core/ticket/ticket.ts';
import { TicketRows } from '../../functions/core/ticket/ticket-rows.ts';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { UsageError } from './usage-error.ts';

/** Counts what happens and drops it, as the simulator may. */
class Tally implements Out {
  entries = 0;
  effects = 0;

  entry(): void {
    this.entries += 1;
  }

  effect(): void {
    this.effects += 1;
  }
}

/** A small repeatable stream: the bench needs variety, not quality. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const live = 300_000;
/** The first round warms up and is not counted. */
const rounds = 6;
const start = Date.UTC(2023, 4, 8, 1);

/**
 * Decisions per second of `decide` over 300,000 live tickets visited in an order that defeats the cache. A decision is a
 * command or a promise kept: opening, signing, contact, answer, callback, and the rungs in between.
 */
export async function benchCore(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new UsageError('npm run bench -- core takes no arguments');

  for (const pack of ['beijing-2019', 'beijing-2023']) {
    const city = readCity({
      dataDir: join(import.meta.dirname, '../../functions'),
      city: 'beijing',
      pack,
      speed: 1,
    });
    if (!city.ok) throw new Error(JSON.stringify(city.error));
    report(pack, city.value.rules);
  }
}

function report(pack: string, rules: Rules): void {
  const out = new Tally();
  const places = subdistricts(rules);
  const draw = numbers(7);
  const rows = new TicketRows(live);
  const ticket = new Ticket(rows);
  const order = Uint32Array.from({ length: live }, (_, i) => (i * 7_919) % live);
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < live; i += 1) rows.clear(i);
    const refusals = { count: 0 };
    const began = process.cpuUsage();
    const decisions = liveOnce(ticket, order, places, draw, rules, out, refusals);
    const { user, system } = process.cpuUsage(began);
    const cpuMs = (user + system) / 1_000;
    figures.push((cpuMs * 1e6) / decisions);
    if (refusals.count > 0)
      throw new Error(`${refusals.count} commands were refused: the bench measures nothing`);
  }
  const sorted = figures.slice(1).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  console.log(
    `${pack}: ${median.toFixed(0)} ns of CPU a decision, ${(1e3 / median).toFixed(2)} million/s ` +
      `(${live.toLocaleString('en')} live tickets, median of ${sorted.length} rounds, ` +
      `min ${sorted[0]!.toFixed(0)}, max ${sorted.at(-1)!.toFixed(0)})`,
  );
}

/** Walks every ticket through its life, stage by stage over all of them; returns the decisions taken. */
function liveOnce(
  t: Ticket,
  order: Uint32Array,
  places: readonly number[],
  draw: Generator<number, never>,
  rules: Rules,
  out: Out,
  refusals: { count: number },
): number {
  let decisions = 0;
  const itemsCount = rules.items.count;
  for (const i of order) {
    const n = draw.next().value;
    open(
      t.read(i),
      {
        kind: 1,
        item: n % itemsCount,
        guessed: false,
        tier: keep,
        place: places[n % places.length]!,
        requestedAt: start,
        backlog: false,
      },
      start,
      rules,
      out,
    );
    decisions += 1;
  }
  const command = (type: 'sign' | 'contact' | 'answer', after: number) => {
    const asked = { type, by: 0 };
    for (const i of order) {
      t.read(i);
      asked.by = t.lead;
      if (decide(t, asked as Command, start + after, rules, out) !== undefined) refusals.count += 1;
      decisions += 1;
    }
  };
  command('sign', 20 * minuteMs);
  command('contact', 40 * minuteMs);
  // Time passes: some of the tickets' warnings come due.
  for (const i of order) {
    t.read(i);
    if (t.nextAt < start + 90 * minuteMs) {
      advance(t, start + 90 * minuteMs, rules, out);
      decisions += 1;
    }
  }
  command('answer', 100 * minuteMs);
  const callback: Command = {
    type: 'recordCallback',
    by: Actor.hotline,
    reached: true,
    responded: Answer.yes,
    resolved: Answer.yes,
    satisfied: Answer.yes,
  };
  for (const i of order) {
    t.read(i);
    if (decide(t, callback, start + 3 * hourMs, rules, out) !== undefined) refusals.count += 1;
    if (t.status !== Status.closed) refusals.count += 1;
    decisions += 1;
  }
  return decisions;
}

const subdistricts = (rules: Rules) =>
  rules.units.kinds.flatMap((kind, index) => (kind === 'subdistrict' && index !== noUnit ? [index] : []));
