import { minuteMs, secondMs } from '../../../functions/core/time.ts';
import type { Checker } from '../../check/checker.ts';
import { checkers } from '../../check/checkers.ts';
import type { Violation } from '../../check/facts.ts';
import { runUntil } from '../engine/run-until.ts';
import { feed } from '../functions/event-source.ts';
import { sha256 } from '../functions/service.ts';
import { batchMax } from '../functions/settings.ts';
import type { Bug } from '../planted/bug.ts';
import { askedOf } from '../workload/asked-of.ts';
import { Clients } from '../workload/clients.ts';
import { publishSomeRules } from '../workload/publish-some-rules.ts';
import { primeWatch } from './prime-watch.ts';
import { registerReceivers } from './register-receivers.ts';
import type { Scenario } from './scenario.ts';
import { scheduleSweeps } from './schedule-sweeps.ts';
import { World } from './world.ts';

/** What came of a world. */
export interface Outcome {
  readonly violations: readonly Violation[];
  /** The same scenario, bug and spared faults under the same code: the same digest. */
  readonly digest: string;
  readonly trace: readonly string[];
  /** Single faults that came, as `kind:n`. */
  readonly faults: readonly string[];
  readonly tickets: number;
  readonly requests: number;
  readonly calls: number;
}

/**
 * After the repair: a sweep within a minute, what was owed a minute before it and is now due again, with clocks that had
 * been off by seconds, and the writes that were still on their way.
 */
const settleMs = 2 * minuteMs + 25 * secondMs;
/** Then promises must be kept by the second for so long. */
const quietMs = 2 * minuteMs;
/** Messages that failed may hide for an hour: the rest of the time is only theirs. */
const emptyMaxMs = 24 * 60 * minuteMs;

/**
 * Lets a scenario happen: its faults first, then a repaired world in which everything promised must come about. Ends at
 * the first violation.
 *
 * @throws what the simulator itself throws: a mistake of its own, no violation
 */
export async function runWorld(
  scenario: Scenario,
  { bug, spared }: { readonly bug?: Bug | undefined; readonly spared?: ReadonlySet<string> } = {},
): Promise<Outcome> {
  const violations: Violation[] = [];
  const found: Found = ({ name, phase }, what) => {
    for (const one of what) violations.push({ checker: name, phase, what: one });
  };
  const world = new World({
    scenario,
    bug,
    ...(spared === undefined ? {} : { spared }),
    onWrite: (write) => {
      for (const checker of checkers) {
        if (checker.onWrite !== undefined) found(checker, checker.onWrite(write, world.book));
      }
    },
    onUndertaking: (write) => {
      for (const checker of checkers) {
        if (checker.onUndertaking !== undefined) found(checker, checker.onUndertaking(write, world.book));
      }
    },
  });
  const { agenda, book, queues, faults } = world;
  const isOver = () => violations.length > 0;
  await registerReceivers(world);
  if (scenario.surge) await primeWatch(world);
  feed(queues.wake, world.consumers.wake, agenda, batchMax.wake);
  feed(queues.effects, world.consumers.deliver, agenda, batchMax.effects);
  feed(queues.boards, world.consumers.board, agenda, batchMax.boards);
  const sweeps = scheduleSweeps(world);
  startWorkload(world);
  const { startAt, lastsMs } = scenario;

  await runUntil(agenda, startAt + lastsMs, isOver);
  if (!isOver()) await repairAndRest(world, found, isOver, sweeps.stop);
  if (!isOver()) await lookBack(world, found, isOver);
  const stored = [...book.versions.values()].map((versions) => versions.at(-1)!.record);
  return {
    violations,
    digest: sha256(`${world.trace.join('\n')}\n${JSON.stringify(stored)}`).slice(0, 16),
    trace: world.trace,
    faults: faults.fired.map(({ kind, n }) => `${kind}:${n}`),
    tickets: stored.length,
    requests: book.asked.length,
    calls: world.trace.length,
  };
}

type Found = (checker: Checker, what: readonly string[]) => void;

/** The second phase: nothing fails any more, and what was promised must come about. */
async function repairAndRest(
  world: World,
  found: Found,
  isOver: () => boolean,
  stopSweeps: () => void,
): Promise<void> {
  const { agenda, book, queues } = world;
  world.repair();
  book.repairedAt = agenda.now;
  await runUntil(agenda, agenda.now + settleMs, isOver);
  book.settledAt = agenda.now;
  for (const checker of checkers) if (checker.atRest !== undefined) found(checker, checker.atRest(book));
  await runUntil(agenda, agenda.now + quietMs, isOver);
  book.quietUntil = agenda.now;
  stopSweeps();
  const isEmpty = () => queues.effects.length === 0 && queues.boards.length === 0;
  await runUntil(agenda, agenda.now + emptyMaxMs, () => isOver() || isEmpty());
  await runUntil(agenda, agenda.now + minuteMs, isOver);
}

/** Holds what is left of the world against the promises that only its end can break. */
async function lookBack(world: World, found: Found, isOver: () => boolean): Promise<void> {
  const { agenda, book, queues, receivers, formats } = world;
  book.heard = receivers.heard;
  book.gone = receivers.gone;
  book.deadLetters = [...queues.effects.dead, ...queues.boards.dead].map(({ body }) => body);
  book.stripped = formats.stripped;
  book.endedAt = agenda.now;
  for (const checker of checkers) {
    if (isOver()) return;
    if (checker.atEnd !== undefined) found(checker, await checker.atEnd(book));
  }
}

/** Has each step of the workload come at its time. */
function startWorkload(world: World): void {
  const { agenda, book, faults, streams, gateway, scenario } = world;
  const clients = new Clients({
    agenda,
    faults,
    gateway,
    stream: streams.of('clients'),
    told: (line) => world.say(line),
  });
  for (const op of scenario.ops) {
    agenda.at(scenario.startAt + op.inMs, () => {
      if (op.kind === 'publication') return publishSomeRules(world, op);
      const asked = askedOf(op, book, agenda.now);
      if (asked === undefined) return;
      book.asked.push(asked);
      const { operationId, caller, ticketId = '' } = asked;
      world.say(`#${op.n} ${caller.unit ?? caller.subject} asks ${operationId} ${ticketId.slice(0, 8)}`);
      clients.ask(asked, op.patience);
    });
  }
}
