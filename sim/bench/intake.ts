import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submitTicket } from '../../functions/usecases/submit-ticket.ts';
import { ticketIdOf } from '../../functions/usecases/ticket-id.ts';
import { startHostProcess } from '../live/host-process.ts';
import { table } from '../live/report.ts';
import { ServiceClient } from '../live/service-client.ts';
import { lifeCalls, type StepCalls } from './intake/life-calls.ts';
import { type IntakeBench, openIntakeBench } from './intake/open-bench.ts';
import { sameCalls } from './intake/same-calls.ts';
import { platform, sampleRequest } from './intake/sample-request.ts';
import { startStopwatch } from './stopwatch.ts';
import { UsageError } from './usage-error.ts';

const clients = 32;
const rounds = 4;
const warmUps = 200;

/**
 * Calls of each step of a ticket's life, then intake at 32 clients in three ways by turns: the bare calls of the SDK,
 * the use case that makes the same ones, and HTTP on a local host. Argument: intakes a turn.
 */
export async function benchIntake([count = '400', ...rest]: readonly string[]): Promise<void> {
  if (!/^[1-9]\d{1,4}$/.test(count) || rest.length > 0) {
    throw new UsageError('npm run bench -- intake [N]: N intakes a turn, 10 to 99999');
  }
  const bench = await openIntakeBench();
  const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-intake-'));
  try {
    const host = await startHostProcess({ port: 0, dataDir, speed: 1, pack: 'beijing-2023' });
    const http = new ServiceClient(host.url, clients);
    const steps = await lifeCalls(bench);
    console.log(callsTable(steps));
    const ways = waysOf(bench, steps.find(({ step }) => step === 'submit')!, http);
    for (const way of ways) await rateOf(way, warmUps, 'warm');
    const rates = ways.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [n, way] of ways.entries()) rates[n]!.push(await rateOf(way, Number(count), `${round}`));
    }
    console.log(`\n${ratesTable(ways, rates, Number(count))}`);
    await host.stop();
  } finally {
    await bench.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Way {
  readonly name: string;
  /** Gets one intake ready; what it returns is timed. */
  ready(key: string): () => Promise<unknown>;
}

function waysOf({ deps, bare }: IntakeBench, { calls }: StepCalls, http: ServiceClient): readonly Way[] {
  const from = ticketIdOf(deps, '12345', 'life-2');
  return [
    {
      name: 'bare calls of the SDK',
      ready: (key) => sameCalls(bare, calls, { from, to: ticketIdOf(deps, 'bare', key) }),
    },
    {
      name: 'use case submitTicket',
      ready: (key) => {
        const body = sampleRequest(`use-${key}`);
        return async () => {
          const done = await submitTicket(deps, body, platform);
          if (!done.ok || !done.value.isNew) throw new Error('an intake failed');
        };
      },
    },
    {
      name: 'HTTP on the local host',
      ready: (key) => {
        const body = sampleRequest(`http-${key}`);
        return () => http.submit(body);
      },
    },
  ];
}

async function rateOf(way: Way, count: number, turn: string): Promise<number> {
  const intakes = Array.from({ length: count }, (_, n) => way.ready(`${turn}-${n}`)).values();
  const seconds = startStopwatch();
  const takeRest = async () => {
    for (const intake of intakes) await intake();
  };
  await Promise.all(Array.from({ length: clients }, takeRest));
  return count / seconds();
}

function callsTable(steps: readonly StepCalls[]): string {
  const names = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'SendMessageBatch'];
  const rows = steps.map(({ step, calls }) => [
    step,
    ...names.map((name) => String(calls.filter((call) => call.name === `${name}Command`).length)),
  ]);
  return table([['calls of one', ...names], ...rows]);
}

function ratesTable(ways: readonly Way[], rates: readonly (readonly number[])[], count: number): string {
  const mean = (values: readonly number[]) => values.length / values.reduce((sum, rate) => sum + 1 / rate, 0);
  const own = mean(rates[0]!);
  const rows = ways.map(({ name }, n) => [
    name,
    `${Math.round(mean(rates[n]!))}`,
    `${Math.round((100 * mean(rates[n]!)) / own)} %`,
    rates[n]!.map((rate) => Math.round(rate)).join(' '),
  ]);
  return table([
    [`${rounds} turns of ${count}, ${clients} clients`, 'intakes/s', 'share', 'by turn'],
    ...rows,
  ]);
}
