import type { ApiCommand } from '../../functions/http/command-routes.ts';
import { operationMessages } from '../../functions/messages/operation-messages.ts';
import type { TicketView } from '../../functions/usecases/ticket-view.ts';
import type { Role } from '../../infra/local/roles.ts';
import { BrokenWalk } from './broken-walk.ts';
import type { Answer, Ask, Client } from './client.ts';

/** A step as a person reads it. */
export interface Step {
  readonly who: string;
  readonly what: string;
  readonly request: string;
  readonly status: number;
  readonly fact: string;
}

interface Props {
  readonly who: string;
  readonly role: Role;
  readonly unit?: string;
  readonly client: Client;
  /** Shows a step; silent while many are made at once. */
  show(step: Step): void;
  newKey(): string;
  /** What a ticket's view says in a line. */
  describe(view: TicketView): string;
}

/** How a step is told, and which status it must be answered with (200 unless said otherwise). */
export interface Telling {
  readonly what?: string;
  readonly expect?: number;
  readonly fact?: (body: never) => string;
  readonly key?: string;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Somebody who asks things of the service: the hotline, a unit, a supervisor. Each step is checked and told. */
export class Speaker {
  readonly unit: string | undefined;
  private readonly props: Props;

  constructor(props: Props) {
    this.props = props;
    this.unit = props.unit;
  }

  /** Posts; answers the body. Throws {@link BrokenWalk} when the status is another than expected. */
  async post<Body = unknown>(path: string, body: unknown, telling: Telling = {}): Promise<Body> {
    const key = telling.key ?? this.props.newKey();
    return (await this.ask({ method: 'POST', path, body, key }, telling)).body as Body;
  }

  async get<Body = unknown>(path: string, telling: Telling = {}): Promise<Body> {
    return (await this.ask({ method: 'GET', path }, telling)).body as Body;
  }

  /** As {@link get}, for what is no JSON. */
  async getText(path: string, telling: Telling = {}): Promise<string> {
    return (await this.ask({ method: 'GET', path }, telling)).text;
  }

  /** Submits a citizen's request (诉求) and answers the ticket. */
  submit(body: object, telling: Telling = {}): Promise<TicketView> {
    return this.post('/tickets', body, { what: operationMessages.submitTicket.zh, expect: 201, ...telling });
  }

  /** Submits what the unit's own staff found (巡查发现), or a project or service matter of its area. */
  find(body: object, telling: Telling = {}): Promise<TicketView> {
    return this.post('/findings', body, {
      what: operationMessages.submitFinding.zh,
      expect: 201,
      ...telling,
    });
  }

  /** Asks a command of a ticket and answers it as it then stands. */
  command(
    ticket: Pick<TicketView, 'ticketId'>,
    command: ApiCommand,
    body: object = {},
    telling: Telling = {},
  ): Promise<TicketView> {
    const path = `/tickets/${ticket.ticketId}/${kebab(command)}`;
    return this.post(path, body, { what: operationMessages[command].zh, ...telling });
  }

  /** Asks a command that must be refused, and answers the problem. */
  refused(
    ticket: Pick<TicketView, 'ticketId'>,
    command: ApiCommand,
    body: object,
    expect: number,
  ): Promise<Problem> {
    return this.command(ticket, command, body, {
      expect,
      fact: ({ code, detail, title, message }: Problem) =>
        [code, detail ?? title ?? message].filter((part) => part !== undefined).join(': '),
    }) as Promise<unknown> as Promise<Problem>;
  }

  /** Asks a command whose answer is open: who may and who may not. */
  async attempt(
    ticket: Pick<TicketView, 'ticketId'>,
    command: ApiCommand,
    body: object = {},
  ): Promise<{ readonly status: number; readonly body: Problem & Partial<TicketView> }> {
    const path = `/tickets/${ticket.ticketId}/${kebab(command)}`;
    const { role, unit, client, newKey } = this.props;
    const speaker = { role, ...(unit === undefined ? {} : { unit }) };
    const answer = await client(speaker, { method: 'POST', path, body, key: newKey() });
    return { status: answer.status, body: answer.body as Problem & Partial<TicketView> };
  }

  private async ask(ask: Ask, { what, expect = 200, fact }: Telling): Promise<Answer> {
    const { role, unit, client, who, show } = this.props;
    const answer = await client({ role, ...(unit === undefined ? {} : { unit }) }, ask);
    const request = `${ask.method} ${ask.path.replace(/[0-9a-f]{32}/, (id) => `${id.slice(0, 6)}…`)}`;
    if (answer.status !== expect) {
      throw new BrokenWalk(
        `${who}: ${request} was answered ${answer.status}, not ${expect}: ${answer.text.slice(0, 600)}`,
      );
    }
    show({ who, what: what ?? '', request, status: answer.status, fact: this.factOf(answer.body, fact) });
    return answer;
  }

  private factOf(body: unknown, fact: Telling['fact']): string {
    if (fact !== undefined) return fact(body as never);
    return isView(body) ? this.props.describe(body) : '';
  }
}

/** A refusal as the service words it (RFC 9457), or as the gateway does, which has a message and no code. */
export interface Problem {
  readonly code?: string;
  readonly message?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly [field: string]: unknown;
}

const isView = (body: unknown): body is TicketView =>
  typeof body === 'object' && body !== null && 'ticketId' in body && 'statusLabel' in body;
