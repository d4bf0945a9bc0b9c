import { join } from 'node:path';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';
import { table } from '../../live/report.ts';
import { openEmbeddedTable } from '../intake/embedded-table.ts';
import { startStopwatch } from '../stopwatch.ts';
import { UsageError } from '../usage-error.ts';
import { type Growth, grow, usualPace } from './grow.ts';

const embeddedSizes = [1_000, 10_000, 100_000];
const memorySizes = [1_000, 1_000_000];
const ticketsMax = 2_000_000;

/**
 * What a sweep costs, and how late promises are kept, by the number of open tickets: 1e3, 1e4 and 1e5 in the embedded
 * server, 1e3 and 1e6 in memory. Arguments: other numbers for the embedded server alone.
 */
export async function benchGrowth(args: readonly string[]): Promise<void> {
  if (!args.every((arg) => /^[1-9]\d{0,6}$/.test(arg) && Number(arg) <= ticketsMax)) {
    throw new UsageError('npm run bench -- growth [N ...]: numbers of open tickets, 1 to 2000000');
  }
  const given = args.map(Number).toSorted((a, b) => a - b);
  const dataDir = join(import.meta.dirname, '../../../functions');
  const city = readCity({ dataDir, city: 'beijing', pack: 'beijing-2023', speed: 1 });
  if (!city.ok) throw new Error(JSON.stringify(city.error));
  const seconds = startStopwatch();
  const rows: string[][] = [header];
  const note = (store: string) => (growth: Growth) => {
    rows.push(rowOf(store, growth));
    console.log(`${store}: ${growth.open} open tickets measured after ${Math.round(seconds())} s`);
  };
  const embedded = await openEmbeddedTable();
  try {
    const sizes = given.length > 0 ? given : embeddedSizes;
    await grow(dynamoTicketStore(embedded.table), city.value, { sizes }, note('embedded server'));
  } finally {
    await embedded.close();
  }
  if (given.length === 0)
    await grow(memoryTicketStore(), city.value, { sizes: memorySizes }, note('in memory'));
  console.log(`\n${table(rows)}`);
}

const header = [
  `${usualPace.due} promises fall due`,
  'open',
  'rows a page',
  'a page ms',
  'a sweep ms',
  'sent',
  'kept',
  'late p50 ms',
  'p99 ms',
  'max ms',
];

function rowOf(store: string, { open, pageRows, pageMs, sweepMs, sent, lateMs }: Growth): string[] {
  const quantile = (share: number) => String(lateMs[Math.ceil(share * lateMs.length) - 1] ?? '-');
  const figures = [pageRows.toFixed(1), pageMs.toFixed(2), sweepMs.toFixed(0)];
  const counts = [sent, lateMs.length].map(String);
  return [store, String(open), ...figures, ...counts, quantile(0.5), quantile(0.99), quantile(1)];
}
