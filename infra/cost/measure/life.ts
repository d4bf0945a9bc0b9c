import type { SQSEvent } from 'aws-lambda';
import {
  type DurationMs,
  dayMs,
  type EpochMs,
  minuteMs,
  NEVER,
  secondMs,
} from '../../../functions/core/time.ts';
import type { HttpResult } from '../../../functions/http/request/http-event.ts';
import type { OperationId, Route } from '../../../functions/http/routes.ts';
import { routes } from '../../../functions/http/routes.ts';
import { horizonMs } from '../../../functions/usecases/wake-soon.ts';
import { nothingSpent, plus, type Spent } from '../spent.ts';
import { type Asked, apiEvent } from './api-event.ts';
import type { MeasuredCity, MeasuredFunction } from './measured-city.ts';
import { printed } from './printed.ts';

const callbackDaysMax = 40;

interface Due {
  readonly at: EpochMs;
  readonly body: string;
}

const operations: ReadonlyMap<string, Route['handler']> = new Map(
  routes.map(({ operationId, handler }) => [operationId, handler]),
);

/**
 * One ticket from intake to its end, through the functions themselves: what it asks is asked as a request, time passes with
 * the sweeps and wakes that concern it, and all that it spends is counted.
 */
export class Life {
  readonly calls: { readonly name: MeasuredFunction; readonly ms: number }[] = [];
  private readonly city: MeasuredCity;
  private readonly idleSweep: Spent | undefined;
  private spent: Spent = nothingSpent;
  private ticketId: string | undefined;
  private due: Due[] = [];

  /** `idleSweep`: what a sweep spends that finds nothing, which is counted by the minute and not by the ticket. */
  constructor(city: MeasuredCity, idleSweep?: Spent) {
    this.city = city;
    this.idleSweep = idleSweep;
  }

  get total(): Spent {
    return this.spent;
  }

  /** Asks an operation. Answers with the body; throws when it was not done. */
  async ask(operationId: OperationId, asked: Asked): Promise<Record<string, unknown>> {
    const name = operations.get(operationId) as MeasuredFunction;
    const answer = (await this.invoke(name, apiEvent(operationId, asked))) as HttpResult;
    const body = JSON.parse(answer.body ?? '{}') as Record<string, unknown>;
    if ((answer.statusCode ?? 500) >= 300) throw new Error(`${operationId}: ${JSON.stringify(body)}`);
    if (typeof body.ticketId === 'string') this.ticketId = body.ticketId;
    this.spent = plus(this.spent, { ...nothingSpent, httpRequests: 1 });
    await this.deliver();
    return body;
  }

  /** Lets time pass: messages come when they are due, and each minute that can concern the ticket is swept. */
  async pass(lengthMs: DurationMs): Promise<void> {
    const { time } = this.city;
    const until = time.now + lengthMs;
    for (;;) {
      const message = this.due.toSorted((a, b) => a.at - b.at)[0];
      const tickAt = await this.nextSweepAt();
      const at = Math.min(message?.at ?? NEVER, tickAt);
      if (at > until) break;
      time.now = Math.max(time.now, at);
      if (message !== undefined && message.at <= tickAt) {
        this.due = this.due.filter((one) => one !== message);
        await this.wake(message.body);
      } else await this.sweep();
      await this.deliver();
    }
    time.now = until;
  }

  /** Lets time pass until the hotline is asked to call the citizen back. */
  async passUntilCallback(): Promise<void> {
    for (let days = 0; days < callbackDaysMax; days += 1) {
      const record = await this.city.look(this.ticketId!);
      if (record?.state.callbackAsked) return;
      await this.pass(dayMs);
    }
    throw new Error(`no callback was asked for within ${callbackDaysMax} days`);
  }

  /** A sweep, whatever there is to find. */
  async sweep(): Promise<void> {
    await this.invoke('sweep', {});
    if (this.idleSweep !== undefined) this.spent = plus(this.spent, this.idleSweep, -1);
  }

  /** The first full minute from which on a sweep sees the ticket's next promise. */
  private async nextSweepAt(): Promise<EpochMs> {
    const { time, look } = this.city;
    const record = this.ticketId === undefined ? undefined : await look(this.ticketId);
    if (record?.wakeAt === undefined) return NEVER;
    const seenFrom = Math.max(time.now + 1, record.wakeAt - horizonMs);
    return Math.ceil(seenFrom / minuteMs) * minuteMs;
  }

  private async wake(body: string): Promise<void> {
    const before = await this.city.look(this.ticketId!);
    await this.invoke('wake', records(body));
    const after = await this.city.look(this.ticketId!);
    const isKept = (before?.history.length ?? 0) < (after?.history.length ?? 0);
    if (isKept) this.spent = plus(this.spent, { ...nothingSpent, timersFired: 1 });
  }

  private async deliver(): Promise<void> {
    for (const { body } of this.city.queues.takeEffects()) await this.invoke('deliver', records(body));
  }

  private async invoke(name: MeasuredFunction, event: unknown): Promise<unknown> {
    const { functions, queues, time, takeCapacity } = this.city;
    let answer: unknown;
    const from = performance.now();
    const logBytes = await printed(async () => {
      answer = await functions[name](event);
    });
    const ms = performance.now() - from;
    this.calls.push({ name, ms });
    this.spent = plus(this.spent, {
      ...nothingSpent,
      ...takeCapacity(),
      functions: { [name]: { count: 1, ms: Math.ceil(ms) } },
      logBytes,
      queues: queues.take(),
    });
    for (const { body, delaySeconds } of queues.takeWakes()) {
      this.due.push({ at: time.now + delaySeconds * secondMs, body });
    }
    return answer;
  }
}

const records = (body: string): SQSEvent =>
  ({
    Records: [{ body, messageId: 'm', attributes: { ApproximateReceiveCount: '1' } }],
  }) as unknown as SQSEvent;
