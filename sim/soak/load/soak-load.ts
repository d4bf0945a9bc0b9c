import { scheduler } from 'node:timers/promises';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Asked } from '../../check/facts.ts';
import type { Stream } from '../../engine/stream.ts';
import { Streams } from '../../engine/streams.ts';
import { sha256 } from '../../faults/functions/service.ts';
import { askedOf } from '../../faults/workload/asked-of.ts';
import { routeOf } from '../../faults/workload/http-request.ts';
import type { Op } from '../../faults/workload/op.ts';
import type { ServiceClient } from '../../live/service-client.ts';
import type { SoakBook } from '../record/soak-book.ts';
import { drawRival, drawStep } from './draw-step.ts';
import { recentFacts } from './recent-facts.ts';
import { callerOf, speakerOf } from './speaker-of.ts';

const raceShare = 0.25;
const doubleClickShare = 0.05;
const pauseMaxMs = 250;

/** Clients who ask for one thing after another, legal and illegal, two at once on one ticket now and then. */
export class SoakLoad {
  inFlight = 0;
  private readonly given: {
    readonly book: SoakBook;
    readonly client: ServiceClient;
    readonly rules: Rules;
    readonly clock: Clock;
    readonly withBoards: boolean;
  };
  private readonly steps: Stream;
  private readonly pauses: Stream;
  private count = 0;

  constructor(given: SoakLoad['given'], seed: number) {
    this.given = given;
    const streams = new Streams(seed);
    this.steps = streams.of('soak workload');
    this.pauses = streams.of('soak pauses');
  }

  /** Goes on with so many clients until `until`, or until `ended` aborts; resolves when everybody is answered or has left. */
  async run(clients: number, until: EpochMs, ended: AbortSignal): Promise<void> {
    const one = async () => {
      while (this.given.clock.now() < until && !ended.aborted) {
        const step = drawStep(this.steps, this.next());
        const rivals = this.steps.chance(raceShare) ? [drawRival(this.steps, this.next(), step)] : [];
        await Promise.all([step, ...rivals].map((op) => this.do(op)));
        await scheduler.wait(this.pauses.below(pauseMaxMs));
      }
    };
    await Promise.all(Array.from({ length: clients }, one));
  }

  private next(): number {
    this.count += 1;
    return this.count - 1;
  }

  private async do(op: Op): Promise<void> {
    const { book, rules, clock, withBoards } = this.given;
    const step: Op = op.kind === 'publish' && !withBoards ? { ...op, kind: 'command' } : op;
    const wanted = askedOf(step, recentFacts(book), clock.now());
    if (wanted === undefined) return;
    const caller = callerOf(speakerOf(wanted.caller, rules));
    const identity = JSON.stringify([caller.subject, wanted.operationId, wanted.key]);
    const asked: Asked = { ...wanted, caller, commandId: sha256(identity).slice(0, 32) };
    book.asked.push(asked);
    const twice = this.steps.chance(doubleClickShare) ? [this.ask(asked, 1)] : [];
    await Promise.all([this.ask(asked, op.patience), ...twice]);
  }

  /** Asks until it is answered, or so many times. Whoever asks but once more beside another does not count as having left. */
  private async ask(asked: Asked, tries: number): Promise<void> {
    const { book, client, rules, clock } = this.given;
    const { operationId, caller, path, body, key } = asked;
    const route = routeOf(operationId);
    const url = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
    this.inFlight += 1;
    const parts = { key, ...(body === undefined ? {} : { body }) };
    const answer = await client.askAtMost(tries, speakerOf(caller, rules), route.method, url, parts);
    this.inFlight -= 1;
    asked.attempts += 1;
    if (answer === undefined) asked.isAbandoned = true;
    else if (asked.answer === undefined) asked.answer = { ...answer, at: clock.now() };
    const code = (answer?.body as { readonly code?: string } | undefined)?.code;
    if (code === 'INTERNAL') book.unexplained.push(`#${asked.n} ${operationId} was answered 500 ${code}`);
  }
}
