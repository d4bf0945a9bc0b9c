import { memoryRulesRegister } from '../../../functions/adapters/memory/memory-rules-register.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { memoryWebhookStore } from '../../../functions/adapters/memory/memory-webhook-store.ts';
import type { RulesRegister } from '../../../functions/ports/rules-register.ts';
import type { WebhookStore } from '../../../functions/ports/webhook-store.ts';
import type { TicketWrite, UndertakingWrite } from '../../check/checker.ts';
import { Streams } from '../../engine/streams.ts';
import { Faults } from '../chance/faults.ts';
import { Agenda } from '../engine/agenda.ts';
import { byRulesInForce } from '../functions/by-rules-in-force.ts';
import { FunctionHost } from '../functions/function-host.ts';
import { Process } from '../functions/process.ts';
import { type HttpFunction, type InstancePorts, makeFunctions } from '../functions/service.ts';
import { functionSettings, queueSettings } from '../functions/settings.ts';
import type { Bug } from '../planted/bug.ts';
import { simBoardStore } from '../ports/board-store.ts';
import { Formats } from '../ports/formats.ts';
import { laggingIndexes } from '../ports/lagging-indexes.ts';
import type { Queues } from '../ports/queue-ports.ts';
import { Receivers } from '../ports/receivers.ts';
import { SimQueue } from '../ports/sim-queue.ts';
import { Wire } from '../ports/wire.ts';
import { townPacks } from '../town/overlays.ts';
import { loadTown, town } from '../town/town.ts';
import type { Gateway } from '../workload/clients.ts';
import { FactBook } from './fact-book.ts';
import { makePorts } from './make-ports.ts';
import type { Scenario } from './scenario.ts';

/** How a world differs from what its seed says: a planted bug, single faults spared, who is told of each write. */
export interface WorldProps {
  readonly scenario: Scenario;
  readonly bug?: Bug | undefined;
  readonly spared?: ReadonlySet<string>;
  readonly onWrite: (write: TicketWrite) => void;
  readonly onUndertaking: (write: UndertakingWrite) => void;
}

/** The service in a simulated world: its functions on simulated ports, and everything that can go wrong between them. */
export class World {
  readonly scenario: Scenario;
  readonly agenda: Agenda;
  readonly streams: Streams;
  readonly faults: Faults;
  readonly book: FactBook;
  readonly queues: Queues;
  readonly receivers: Receivers;
  readonly webhooks: WebhookStore;
  readonly register: RulesRegister;
  readonly formats: Formats;
  /** What happened, a line each: the same seed has the same lines. */
  readonly trace: string[] = [];
  readonly gateway: Gateway;
  readonly consumers: Readonly<Record<'wake' | 'deliver' | 'board', FunctionHost<InstanceOf<'wake'>>>>;
  readonly scheduled: Readonly<Record<'sweep' | 'watch', FunctionHost<InstanceOf<'sweep'>>>>;
  /** The ports of an instance. */
  readonly ports: (process: Process) => InstancePorts;
  private readonly processes: Process[] = [];
  private operators = 0;

  constructor({ scenario, bug, spared, onWrite, onUndertaking }: WorldProps) {
    const { seed, startAt, pack, speed, rollout, rates, skewMaxMs, lagMaxMs, outages } = scenario;
    this.scenario = scenario;
    this.agenda = new Agenda(startAt);
    const { agenda } = this;
    this.streams = new Streams(seed);
    const { streams } = this;
    this.faults = new Faults(rates, streams, spared);
    const { faults } = this;
    faults.onFired = ({ kind, n }) => this.say(`fault ${kind}:${n}`);
    this.book = new FactBook({
      skewMaxMs,
      lagMaxMs,
      onlyQueuesFail: scenario.onlyQueuesFail,
      store: memoryTicketStore(),
      boardStore: simBoardStore(),
      webhooks: memoryWebhookStore(),
      register: memoryRulesRegister(),
      now: () => agenda.now,
      onWrite,
      onUndertaking,
    });
    const { book } = this;
    const published = scenario.ops.some(({ kind }) => kind === 'publication') ? townPacks : [];
    for (const one of new Set([pack, rollout.pack, ...published])) {
      const city = loadTown(one, speed);
      book.cities.set(city.rules.hash, city);
    }
    const lag = { agenda, faults, stream: streams.of('index lag'), mostMs: lagMaxMs };
    const table = rates.indexLag === undefined ? book.store : laggingIndexes(book.store, lag);
    const store = bug?.store?.(table, agenda) ?? table;
    const boards = bug?.boards?.(book.boardStore) ?? book.boardStore;
    this.queues = {
      wake: this.queue('wake', outages.wake, bug),
      effects: this.queue('effects', outages.effects, bug),
      boards: this.queue('boards', outages.boards, bug),
    };
    this.receivers = new Receivers(agenda, faults, streams.of('receivers'));
    this.webhooks = bug?.webhooks?.(book.webhooks) ?? book.webhooks;
    this.register = bug?.register?.(book.register) ?? book.register;
    const formats = new Formats(rollout.newerFormat);
    this.formats = bug?.formats?.(formats) ?? formats;
    const wire = new Wire(agenda, faults, streams, (line) => this.say(line));
    const ports = makePorts({ world: this, wire, store, boards, bug });
    this.ports = ports;
    const host = <Name extends keyof typeof makeFunctions>(name: Name) => {
      const settings = { ...functionSettings[name], ...this.concurrency(name) };
      const make = makeFunctions[name] as (ports: InstancePorts) => InstanceOf<Name>;
      const surroundings = { agenda, faults, stream: streams.of(`function ${name}`), rollout, skewMaxMs };
      return new FunctionHost<InstanceOf<Name>>(settings, surroundings, (process) => {
        this.processes.push(process);
        return byRulesInForce(town, ports(process), make as Making) as InstanceOf<Name>;
      });
    };
    const http = (name: keyof Gateway) => {
      const served = host(name);
      return bug?.http === undefined
        ? served
        : served.through(bug.http as (serve: HttpFunction) => HttpFunction);
    };
    this.gateway = {
      intake: http('intake'),
      command: http('command'),
      boards: http('boards'),
      manage: http('manage'),
      early: http('early'),
    };
    this.consumers = { wake: host('wake'), deliver: host('deliver'), board: host('board') };
    this.scheduled = { sweep: host('sweep'), watch: host('watch') };
  }

  /** Writes a line of what happened. */
  say(line: string): void {
    this.trace.push(`${this.agenda.now - this.scenario.startAt} ${line}`);
  }

  /** An instance of whoever runs the service, beside its functions. */
  operator(): Process {
    this.operators += 1;
    const process = new Process(this.agenda, { id: `operator-${this.operators}`, deployment: 0, skewMs: 0 });
    this.processes.push(process);
    return process;
  }

  /** Ends every fault: queues work, clocks are true, what stood still is dead, an operator puts dead letters back. */
  repair(): void {
    this.faults.isOn = false;
    this.say('the world is repaired');
    for (const process of this.processes) {
      process.skewMs = 0;
      if (process.thawsAt > this.agenda.now) process.die();
    }
    for (const queue of Object.values(this.queues)) queue.redrive();
  }

  private queue(name: keyof Queues, outages: Scenario['outages']['wake'], bug: Bug | undefined): SimQueue {
    const { agenda, faults, streams } = this;
    const stream = streams.of(`queue ${name}`);
    const queue = new SimQueue(queueSettings[name], { agenda, faults, stream, outages });
    bug?.queue?.(queue);
    return queue;
  }

  private concurrency(name: string) {
    const { concurrencyMax } = this.scenario;
    const isShared = name === 'intake' || name === 'command' || name === 'wake';
    return isShared && concurrencyMax < 20 ? { concurrencyMax } : {};
  }
}

type Making = (ports: InstancePorts) => (...args: readonly unknown[]) => Promise<unknown>;
type InstanceOf<Name extends keyof typeof makeFunctions> = ReturnType<(typeof makeFunctions)[Name]>;
