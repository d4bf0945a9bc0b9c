import { type DurationMs, secondMs } from '../../../functions/core/time.ts';
import type { HttpResult } from '../../../functions/http/request/http-event.ts';
import type { Asked } from '../../check/facts.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Faults } from '../chance/faults.ts';
import type { Agenda } from '../engine/agenda.ts';
import type { FunctionHost, Invoked } from '../functions/function-host.ts';
import type { HttpFunction } from '../functions/service.ts';
import { httpEventOf, routeOf } from './http-request.ts';

/** The functions behind the gateway. */
export type Gateway = Readonly<
  Record<'intake' | 'command' | 'boards' | 'manage' | 'early', FunctionHost<HttpFunction>>
>;

interface Surroundings {
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly stream: Stream;
  readonly gateway: Gateway;
  /** Told of every line worth showing in a history. */
  readonly told: (line: string) => void;
}

const timeoutMs: DurationMs = 30 * secondMs;
const backOffMaxMs = 20 * secondMs;
const travelMaxMs = 50;

/** Clients of the service: each asks until it knows, under the same key; some lose patience while faults last. */
export class Clients {
  private readonly world: Surroundings;

  constructor(world: Surroundings) {
    this.world = world;
  }

  /** Asks, and goes on asking. */
  ask(asked: Asked, patience: number): void {
    if (this.world.faults.comes('doubleClick')) this.attempt(asked, 0);
    this.attempt(asked, patience);
  }

  /** `patience` 0 asks once and does not come back. */
  private attempt(asked: Asked, patience: number): void {
    const { agenda, faults, stream, gateway } = this.world;
    if (asked.answer !== undefined) return;
    if (patience > 0 && faults.isOn && asked.attempts >= patience) {
      asked.isAbandoned = true;
      return;
    }
    asked.attempts += 1;
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      if (patience > 0) agenda.in(1 + stream.below(backOffMaxMs), () => this.attempt(asked, patience));
    };
    agenda.in(timeoutMs, again);
    if (faults.comes('requestLost')) return;
    const { handler } = routeOf(asked.operationId);
    agenda.in(1 + stream.below(travelMaxMs), () =>
      gateway[handler as keyof Gateway].invoke<HttpResult>(
        (serve) => serve(httpEventOf(asked)),
        (invoked) => {
          if (faults.comes('replyLost')) return;
          const { status, body } = answerOf(invoked);
          agenda.in(1 + stream.below(travelMaxMs), () => {
            if (isOver) return;
            if (status >= 500 || status === 429) return again();
            isOver = true;
            this.settle(asked, status, body);
          });
        },
      ),
    );
  }

  private settle(asked: Asked, status: number, body: unknown): void {
    const { agenda, told } = this.world;
    if (asked.answer !== undefined) return;
    asked.answer = { status, body, at: agenda.now };
    const code = status < 400 ? '' : ` ${(body as { code?: string }).code}`;
    told(`answer ${status}${code} to #${asked.n} ${asked.operationId}, asked ${asked.attempts} times`);
  }
}

function answerOf(invoked: Invoked<HttpResult>): { status: number; body: unknown } {
  if (invoked.outcome === 'tooMany') return { status: 429, body: {} };
  if (invoked.outcome !== 'answered') return { status: 503, body: {} };
  const { statusCode = 500, body } = invoked.answer;
  return { status: statusCode, body: body === undefined || body === '' ? undefined : JSON.parse(body) };
}
