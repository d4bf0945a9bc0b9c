import { isDeepStrictEqual } from 'node:util';
import type { OwedEffect } from '../../functions/core/record/ticket-record.ts';
import type { DurationMs, EpochMs } from '../../functions/core/time.ts';
import type { UndertakingEffect } from '../../functions/core/undertaking/undertaking-record.ts';
import type { CaseFile } from '../../functions/usecases/read-ticket.ts';
import type { TicketView } from '../../functions/usecases/ticket-view.ts';
import type { Fact } from './fact.ts';
import type { WalkHost } from './host/start-walk-host.ts';
import type { Speaker } from './speaker.ts';
import type { NamedUnit } from './unit-names.ts';

interface Props {
  readonly host: WalkHost;
  readonly units: ReadonlyMap<string, NamedUnit>;
  readonly hotline: Speaker;
  readonly operator: Speaker;
  speakerOf(unit: NamedUnit): Speaker;
  show(line: string): void;
  silence(on: boolean): void;
}

/** What a walk walks with: who asks, the clock, and the facts it must find. */
export class Walker {
  /** The hotline platform (热线平台). */
  readonly hotline: Speaker;
  readonly operator: Speaker;
  readonly units: ReadonlyMap<string, NamedUnit>;
  readonly facts: Fact[] = [];
  private readonly props: Props;

  constructor(props: Props) {
    this.props = props;
    this.hotline = props.hotline;
    this.operator = props.operator;
    this.units = props.units;
  }

  /** Somebody of the unit `code`. Throws for a code the city does not have. */
  as(code: string): Speaker {
    const unit = this.units.get(code);
    if (unit === undefined) throw new Error(`the city has no unit ${code}`);
    return this.props.speakerOf(unit);
  }

  now(): EpochMs {
    return this.props.host.now();
  }

  /** Lets `lengthMs` pass; every promise in between is kept at its own instant. */
  async pass(lengthMs: DurationMs): Promise<void> {
    await this.until(this.now() + lengthMs);
  }

  /** Lets time pass until an instant: epoch ms, or RFC 3339. */
  async until(at: EpochMs | string): Promise<void> {
    await this.props.host.passUntil(typeof at === 'number' ? at : Date.parse(at));
  }

  /** Lets the work on boards that was asked for be done. */
  workOnBoards(): Promise<void> {
    return this.props.host.workOnBoards();
  }

  /** The case as the hotline reads it, without telling of it. */
  async read({ ticketId }: Pick<TicketView, 'ticketId'>): Promise<CaseFile> {
    return this.quietly(() => this.hotline.get<CaseFile>(`/tickets/${ticketId}`));
  }

  /** What has been sent to `to` (a unit's code or `hotline`) so far. */
  sentTo(to: string): readonly OwedEffect[] {
    return this.props.host.sent.filter((message) => message.to === to);
  }

  /** What `to` has been sent of undertakings (督办事项) so far. */
  sentOfUndertakingsTo(to: string): readonly UndertakingEffect[] {
    return this.props.host.sentOfUndertakings.filter((message) => message.to === to);
  }

  /** Everything that has been sent so far. */
  get sent(): readonly OwedEffect[] {
    return this.props.host.sent;
  }

  /** A sentence between the steps. */
  say(line: string): void {
    this.props.show(`  ${line}`);
  }

  /** Does many steps without telling each of them. */
  async quietly<Value>(steps: () => Promise<Value>): Promise<Value> {
    this.props.silence(true);
    try {
      return await steps();
    } finally {
      this.props.silence(false);
    }
  }

  /** A fact that must hold. The walk goes on when it does not, and fails in the end. */
  expect(text: string, got: unknown, want: unknown): void {
    this.facts.push({ text, got, want, ok: isDeepStrictEqual(got, want) });
  }
}
