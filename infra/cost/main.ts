import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wakeShards } from '../../functions/ports/ticket-store.ts';
import { functionSettings } from '../stacks/function-settings.ts';
import { billOf } from './bill.ts';
import { type Load, readLoad } from './load.ts';
import { type Measurement, measure } from './measure/measure.ts';
import { type CostOptions, CostUsageError, readOptions } from './options.ts';
import { hotPartitions, partitionWriteUnitsMax, peakOf } from './partitions.ts';
import { MissingPrice, type Prices, readPrices } from './prices.ts';
import { billTable, durationsLine, livesTable, partitionsTable } from './report-lines.ts';
import type { Spent } from './spent.ts';
import { livesOf, sweptYear, usageOf, withSchedules } from './year-usage.ts';

/** A national line beside a city's. */
const nationalTimes = 10;

/** `npm run cost -- …`. Exits 0, 1 for a bill that lacks a price, 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    const prices = readPrices(dataOf('prices.json'));
    const load = readLoad(dataOf('load.json'));
    const measured = await measure();
    const lines = options.view === 'bill' ? billLines : partitionLines;
    console.log(lines(options, { prices, load, measured }).join('\n'));
    return 0;
  } catch (cause) {
    if (cause instanceof CostUsageError || cause instanceof MissingPrice) {
      console.error(cause.message);
      return cause instanceof CostUsageError ? 2 : 1;
    }
    throw cause;
  }
}

interface Basis {
  readonly prices: Prices;
  readonly load: Load;
  readonly measured: Measurement;
}

function billLines({ requests }: CostOptions, { prices, load, measured }: Basis): string[] {
  const tickets = livesOf(measured, load, requests);
  const memoryMb = (name: keyof typeof functionSettings) => functionSettings[name].memoryMb;
  const billed = (year: Spent) => billOf(usageOf(year, load, memoryMb), prices);
  const [own, other] = [billed(sweptYear(tickets, measured)), billed(withSchedules(tickets))];
  const perThousand = (total: number) => `${((1_000 * total) / requests).toFixed(3)} ${prices.currency}`;
  const wakeWrites = Math.round(tickets.indexWriteUnits.wake ?? 0);
  return [
    `${requests} contacts a year; prices of ${prices.region}, ${prices.currency}, collected on ${prices.collectedOn}; free tier ${prices.freeTier}`,
    '',
    livesTable(measured),
    `durations measured here, of the functions on the embedded table: ${durationsLine(measured)}`,
    '',
    billTable(prices, own, other),
    `per thousand contacts: ${perThousand(own.total)}, with schedules ${perThousand(other.total)}`,
    `with schedules the functions make and drop schedules in place of ${wakeWrites} writes of the wake index; the time those calls take is not on the bill`,
    'not on either bill: traffic out, traces, alarms and metrics, backups, keys, boards, and acting early',
    ...assumptions(load),
  ];
}

function partitionLines({ requests }: CostOptions, { load, measured }: Basis): string[] {
  const mean = livesOf(measured, load, 1);
  const columns = [requests, nationalTimes * requests].map((count) => {
    const peak = peakOf(count, load);
    return { requests: count, peak, hot: hotPartitions(peak, mean, load, wakeShards) };
  });
  const units = Object.entries(mean.indexWriteUnits).map(([index, sum]) => `${index} ${sum.toFixed(1)}`);
  return [
    `write units of the mean ticket, measured: table ${mean.writeUnits.toFixed(1)}, ${units.join(', ')}`,
    `one partition takes ${partitionWriteUnitsMax} write units a second; as if a ticket did all its life's writes at once`,
    '',
    partitionsTable(columns),
    ...assumptions(load),
  ];
}

function assumptions(load: Load): string[] {
  const rows = Object.entries({ ...load, ...load.lives }).flatMap(([key, leaf]) =>
    typeof leaf === 'object' && 'value' in leaf
      ? [
          `  ${'basis' in leaf ? 'basis  ' : 'assumes'} ${key} = ${leaf.value}: ${'basis' in leaf ? leaf.basis : leaf.assumption}`,
        ]
      : [],
  );
  return ['', ...rows];
}

const dataOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as unknown;

process.exitCode = await main(process.argv.slice(2));
