import { scheduler } from 'node:timers/promises';
import type { TicketView } from '../../functions/usecases/ticket-view.ts';
import type { Role } from '../../infra/local/roles.ts';

/** Who speaks: a role, and the unit it speaks for where it speaks for one. */
export interface Speaker {
  readonly role: Role;
  readonly unit?: string;
}

/** An answer that came: a status and its JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const requestMaxMs = 40_000;
const pauseMs = 250;

/** The token's subject, as the local issuer words it. */
export const subjectOf = ({ role, unit }: Speaker): string => (unit === undefined ? role : `${role}:${unit}`);

/** A client of the service that keeps asking until it is answered, as a careful hotline platform does. */
export class ServiceClient {
  /** Answers 5xx, refused and broken connections that were followed by another try. */
  retries = 0;
  /** Answers that came, by status; 0 for a connection that was refused or broken. */
  readonly seen = new Map<number, number>();
  /** Every path asked for, to look for personal data in. */
  readonly paths = new Set<string>();
  private url: string;
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private stopped = false;

  /** At most `inFlightMax` requests at once. */
  constructor(url: string, inFlightMax: number) {
    this.url = url;
    this.free = inFlightMax;
  }

  /** Gives up what is still unanswered: each such request rejects. */
  stop(): void {
    this.stopped = true;
  }

  /** Asks until an answer below 500 comes. `key` makes a command the same command at every try. */
  async ask(
    speaker: Speaker,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    given: { readonly body?: unknown; readonly key?: string } = {},
  ): Promise<Answer> {
    const answer = await this.askAtMost(Number.POSITIVE_INFINITY, speaker, method, path, given);
    if (answer === undefined) throw new Error(`${method} ${path} was not answered`);
    return answer;
  }

  /** As {@link ask}, but goes away after so many tries: `undefined`, and nobody knows whether it was done. */
  async askAtMost(
    tries: number,
    speaker: Speaker,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    given: { readonly body?: unknown; readonly key?: string } = {},
  ): Promise<Answer | undefined> {
    this.paths.add(path);
    for (let tried = 1; ; tried += 1) {
      const answer = await this.inTurn(() => this.once(speaker, method, path, given));
      const status = answer?.status ?? 0;
      this.seen.set(status, (this.seen.get(status) ?? 0) + 1);
      if (answer !== undefined && status < 500) return answer;
      if (this.stopped || tried >= tries) return undefined;
      this.retries += 1;
      await scheduler.wait(pauseMs);
    }
  }

  /** As {@link ask}, for an answer that must be a success. */
  async get(speaker: Speaker, path: string): Promise<unknown> {
    const { status, body } = await this.ask(speaker, 'GET', path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Posts a request until it is acknowledged. Throws for one that is refused. */
  async submit(body: object): Promise<{ readonly view: TicketView; readonly isNew: boolean }> {
    const answer = await this.ask({ role: 'platform' }, 'POST', '/tickets', { body });
    if (answer.status === 200 || answer.status === 201) {
      return { view: answer.body as TicketView, isNew: answer.status === 201 };
    }
    throw new Error(`POST /tickets answered ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** Lets every function load before anything is timed; leaves nothing behind. */
  async warmUp(): Promise<void> {
    const nobody = '0'.repeat(32);
    await Promise.all([
      this.ask({ role: 'platform' }, 'POST', '/tickets', { body: {} }),
      this.ask({ role: 'platform' }, 'GET', `/tickets/${nobody}`),
      this.ask({ role: 'platform' }, 'POST', `/tickets/${nobody}/urge`, { body: {} }),
    ]);
  }

  private async once(
    speaker: Speaker,
    method: string,
    path: string,
    { body, key }: { readonly body?: unknown; readonly key?: string },
  ): Promise<Answer | undefined> {
    try {
      const response = await fetch(this.url + path, {
        method,
        headers: {
          authorization: `Bearer ${await this.token(speaker)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(requestMaxMs),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    } catch {
      // The host is down or was killed in the middle: whether it took the request is what the next try finds out.
      return undefined;
    }
  }

  private token(speaker: Speaker): Promise<string> {
    const subject = subjectOf(speaker);
    const known = this.tokens.get(subject);
    if (known !== undefined) return known;
    const minting = this.mint(speaker);
    this.tokens.set(subject, minting);
    minting.catch(() => this.tokens.delete(subject));
    return minting;
  }

  private async mint(speaker: Speaker): Promise<string> {
    const response = await fetch(`${this.url}/local/token`, {
      method: 'POST',
      body: JSON.stringify(speaker),
    });
    const { access_token } = (await response.json()) as { access_token?: string };
    if (access_token === undefined) throw new Error(`no token for ${subjectOf(speaker)}`);
    return access_token;
  }

  private async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
