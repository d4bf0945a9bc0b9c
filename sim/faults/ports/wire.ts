import type { DurationMs } from '../../../functions/core/time.ts';
import { secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Streams } from '../../engine/streams.ts';
import type { Faults } from '../chance/faults.ts';
import type { Agenda } from '../engine/agenda.ts';
import { Injected } from '../engine/injected.ts';
import type { Process } from '../functions/process.ts';

/** What kind of call it is: only a write can be done late, only a listing can come in short pages. */
export type CallKind = 'read' | 'write' | 'list';

/** A call of a port, as it is done where it is sent to. */
export interface Call<Answer> {
  readonly what: string;
  readonly kind: CallKind;
  readonly perform: () => Promise<Answer>;
}

/** One attempt of the client library ends after this long, and all of them after three times that. */
const attemptMs = 2_500;
const attemptsMs: DurationMs = 3 * attemptMs;
const latencyMaxMs = 30;
const slowMaxMs = 6 * secondMs;
const stragglerMaxMs = 20 * secondMs;
const standsStillMaxMs = 180 * secondMs;

/**
 * Between a function and what it calls. Every call is an await that the world ends: after a latency, with an answer, a
 * failure, or never; the order is drawn from the seed. Each call may find the fault of the seed's own mix.
 */
export class Wire {
  private readonly agenda: Agenda;
  private readonly faults: Faults;
  private readonly stream: Stream;
  private readonly heard: (line: string) => void;

  /** `heard` is told of every call that is done, a line each. */
  constructor(agenda: Agenda, faults: Faults, streams: Streams, heard: (line: string) => void) {
    this.agenda = agenda;
    this.faults = faults;
    this.stream = streams.of('latency');
    this.heard = heard;
  }

  /** Calls `perform` on behalf of `process`. The promise never settles when the process dies first. */
  call<Answer>(process: Process, call: Call<Answer>): Promise<Answer> {
    const { agenda, faults } = this;
    return new Promise((resolve, reject) => {
      if (!process.isAlive) return;
      if (faults.comes('crashBefore')) return process.die();
      if (faults.comes('frozen')) process.thawsAt = agenda.now + this.some(standsStillMaxMs);
      const fail = (name: Injected['name'], afterMs: DurationMs) =>
        this.back(process, afterMs, () => reject(new Injected(name as 'TimeoutError', call.what)));
      if (faults.comes('throttled')) return fail('ThrottlingException', this.latency());
      if (faults.comes('unreached')) return fail('TimeoutError', attemptsMs);
      if (call.kind === 'write' && faults.comes('straggler')) {
        agenda.in(this.some(stragglerMaxMs), () => this.done(process, call));
        return fail('TimeoutError', attemptsMs);
      }
      agenda.in(this.latency(), () => {
        const answer = this.done(process, call);
        if (faults.comes('lostAnswer')) return fail('TimeoutError', attemptsMs);
        if (faults.comes('sentAgain')) {
          agenda.in(attemptMs, () => this.answer(process, this.done(process, call), resolve, reject));
          return;
        }
        this.answer(process, answer, resolve, reject);
      });
    });
  }

  private done<Answer>(process: Process, { what, perform }: Call<Answer>): Promise<Answer> {
    this.heard(`${process.id} ${what}`);
    const answer = perform();
    // Nobody may be listening any more when it fails.
    answer.catch(() => undefined);
    return answer;
  }

  private answer<Answer>(
    process: Process,
    answer: Promise<Answer>,
    resolve: (answer: Answer | Promise<Answer>) => void,
    reject: (cause: unknown) => void,
  ): void {
    this.back(process, this.latency(), () => {
      if (this.faults.comes('crashAfter')) process.die();
      else answer.then(resolve, reject);
    });
  }

  /** Goes on in the process, once it is awake. */
  private back(process: Process, afterMs: DurationMs, goOn: () => void): void {
    this.agenda.in(afterMs, () => {
      if (!process.isAlive) return;
      const sleepsMs = process.thawsAt - this.agenda.now;
      if (sleepsMs > 0) this.back(process, sleepsMs, goOn);
      else goOn();
    });
  }

  private latency(): DurationMs {
    return this.faults.comes('slow') ? this.some(slowMaxMs) : this.some(latencyMaxMs);
  }

  private some(mostMs: DurationMs): DurationMs {
    return 1 + this.stream.below(mostMs);
  }
}
