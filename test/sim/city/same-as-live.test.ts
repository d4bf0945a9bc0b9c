import { afterAll, describe, expect, it } from 'vitest';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { dayMs } from '../../../functions/core/time.ts';
import { traceRun } from '../../../sim/city/trace.ts';
import { functionsFolder } from '../../../sim/city-data/city-folders.ts';
import { documentsAt, freshTable, startDynalite } from '../../support/embedded-dynamodb.ts';
import { Town } from '../../usecases/town.ts';
import { LiveTwin } from './live-twin.ts';
import { says, scenarioWith, setupOf } from './small-city.ts';

/** A city of which a thousand matters come in five weeks, with more of everything that is rare. */
const rare = {
  startDate: '2025-05-01',
  days: 40,
  warmUpDays: 0,
  load: { contactsPerDay: says(62), dayNoiseShape: says(1_000) },
  units: {
    outside: { hours: says({ emergency: 1, basics: 20, general: 120, complex: 300, '*': 24 }) },
    disputes: { share: says(0.1) },
    whistles: { share: says({ '*': 0.2 }), missedShare: says(0.05), declinedShare: says(0.1) },
  },
  citizens: { resolved: says(1) },
};

/** Two years of Beijing's rules, and another city with five kinds of whistle of its own. */
const cities = [
  { city: 'beijing', pack: 'beijing-2019', scenario: scenarioWith('beijing-day', rare) },
  { city: 'beijing', pack: 'beijing-2023', scenario: scenarioWith('beijing-day', rare) },
  { city: 'panlong', pack: 'panlong', scenario: scenarioWith('panlong', rare) },
];

/** `TWIN_STORE=dynalite` keeps the tickets in the embedded DynamoDB instead of memory, which takes minutes. */
const onDynalite = process.env.TWIN_STORE === 'dynalite';
const server = onDynalite ? await startDynalite() : undefined;
afterAll(() => server?.stop());

const openStore = async () =>
  server === undefined
    ? memoryTicketStore()
    : dynamoTicketStore({
        documents: documentsAt(server.endpoint),
        name: await freshTable(server.endpoint),
      });

type Line = { readonly at: number; readonly event: string; readonly by: string; readonly rule: string };

const codeOf = (unit: number, rules: Rules): string =>
  unit === Actor.clock ? 'clock' : unit === Actor.hotline ? 'hotline' : rules.units.codes[unit]!;

describe.each(cities)('the simulated $city under $pack', ({ city: id, pack, scenario }) => {
  it('writes the histories and boards that the live service writes, fed the same requests and commands', async () => {
    const setup = setupOf({ scenario, pack, seed: 7 });
    const city = readCity({ dataDir: functionsFolder, city: id, pack, speed: 1 });
    if (!city.ok) throw new Error(JSON.stringify(city.error));
    const twin = new LiveTwin(new Town(city.value, await openStore()), setup.rules);
    const done: (() => Promise<void>)[] = [];
    const histories = new Map<number, Line[]>();
    const disagreed: string[] = [];

    const result = traceRun(setup, {
      open: (ticket, at, opening) => {
        histories.set(ticket, []);
        done.push(() => twin.open(ticket, at, opening));
      },
      command: (ticket, at, command, refusal) =>
        done.push(async () => {
          const isTaken = await twin.ask(ticket, at, command);
          if (isTaken !== (refusal === undefined)) disagreed.push(`${ticket}: ${command.type}`);
        }),
      entry: (ticket, _n, at, event, by, rule) =>
        histories.get(ticket)!.push({ at, event, by: codeOf(by, setup.rules), rule }),
      effect: () => {},
    });
    for (const next of done) await next();
    await twin.settle(Date.parse('2025-05-01T00:00:00+08:00') + 40 * dayMs);

    expect(histories.size).toBeGreaterThan(900);
    expect(disagreed).toEqual([]);
    for (const [ticket, lines] of histories) {
      const { history } = await twin.record(ticket);
      expect(history.map(({ at, event, by, rule }) => ({ at, event, by, rule }))).toEqual(lines);
    }
    expect(result.boards.map(({ month }) => month)).toEqual(['2025-05']);
    expect(result.boards[0]!.groups).toEqual((await twin.board('2025-05')).groups);
  }, 1_200_000);
});
