import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCity } from '../../functions/adapters/rules/read-city.ts';
import type { BoardKey } from '../../functions/ports/board-store.ts';
import { table } from '../live/report.ts';
import { boardDeps, runBoard } from './boards/run-board.ts';
import { type BenchStore, type Consumed, stores } from './boards/stores.ts';
import { month, type SyntheticLedger, syntheticLedger } from './boards/synthetic-ledger.ts';
import { peakMemoryMib, startProcessCpuStopwatch, startStopwatch } from './stopwatch.ts';
import { UsageError } from './usage-error.ts';

/** A month of Beijing, in which the service's promise is given. */
const monthOfBeijing = 900_000;
const secondsMax = 60;
const memoryMaxMib = 512;

const usage = `npm run bench -- boards [--entries N] [--store ${Object.keys(stores).join('|')}]: a month of N entries (default 900000)`;

const steps: readonly { readonly board: BoardKey; readonly task: 'refresh' | 'publish' | 'verify' }[] = [
  { board: { kind: 'month', period: month }, task: 'refresh' },
  { board: { kind: 'annual', period: month.slice(0, 4) }, task: 'refresh' },
  { board: { kind: 'month', period: month }, task: 'publish' },
  { board: { kind: 'month', period: month }, task: 'verify' },
];

/**
 * Makes the boards of a synthetic month of Beijing by the service's own use cases: the live boards of the month and of the
 * year, a published one with its frozen entries, and its recomputation from them. Arguments: entries, and the store.
 */
export async function benchBoards(args: readonly string[]): Promise<void> {
  const { entries, store } = optionsOf(args);
  const dataDir = join(import.meta.dirname, '../../functions');
  const city = readCity({ dataDir, city: 'beijing', pack: 'beijing-2023', speed: 1 });
  if (!city.ok) throw new Error(JSON.stringify(city.error));
  const { units } = city.value.rules;
  const ledger = syntheticLedger(city.value.rules, entries);
  console.log(`${entries} entries of ${units.count} units in ${month}, store: ${store}`);
  const making = makingSeconds(ledger, units.count);
  const before = peakMemoryMib();
  const bench = await stores[store](ledger, units);
  try {
    const rows = await measure(bench, () => boardDeps(city.value, bench));
    console.log(
      table([['', 'entries', 'wall s', 'CPU s', 'entries/s', 'pages read', 'units R/W'], ...rows.lines]),
    );
    console.log(notes({ store, entries, making, before, live: rows.live }).join('\n'));
  } finally {
    await bench.close();
  }
}

interface Live {
  readonly seconds: number;
  readonly peakMib: number;
  readonly consumed: Consumed | undefined;
}

async function measure(bench: BenchStore, open: () => ReturnType<typeof boardDeps>) {
  const deps = open();
  const lines: string[][] = [];
  let live: Live = { seconds: 0, peakMib: 0, consumed: undefined };
  for (const { board, task } of steps) {
    const consumedBefore = { ...bench.consumed };
    const [wall, cpu] = [startStopwatch(), startProcessCpuStopwatch()];
    const job = await runBoard(deps, board, task);
    const [seconds, cpuSeconds] = [wall(), cpu()];
    const consumed = since(bench.consumed, consumedBefore);
    lines.push([
      `${board.kind} ${task}`,
      `${job.entries}`,
      seconds.toFixed(1),
      cpuSeconds.toFixed(1),
      Math.round(job.entries / seconds).toString(),
      `${job.counts.reads}`,
      consumed === undefined ? '-' : `${Math.round(consumed.readUnits)} / ${Math.round(consumed.writeUnits)}`,
    ]);
    if (task === 'refresh') {
      live = {
        seconds: live.seconds + seconds,
        peakMib: peakMemoryMib(),
        consumed: consumed && {
          readUnits: consumed.readUnits + (live.consumed?.readUnits ?? 0),
          writeUnits: consumed.writeUnits + (live.consumed?.writeUnits ?? 0),
        },
      };
    }
    if (job.same === false) throw new Error('the recomputed board differs from the published one');
  }
  return { lines, live };
}

const since = (now: Consumed | undefined, before: Partial<Consumed>): Consumed | undefined =>
  now && {
    readUnits: now.readUnits - (before.readUnits ?? 0),
    writeUnits: now.writeUnits - (before.writeUnits ?? 0),
  };

/** How long the entries alone take to make, which the store of pages does while it is asked. */
function makingSeconds(ledger: SyntheticLedger, units: number): number {
  const seconds = startStopwatch();
  let made = 0;
  for (let unit = 0; unit < units; unit += 1) {
    for (let n = 0; n < ledger.count(unit); n += 1) made += ledger.entry(unit, n).id.length;
  }
  if (made === 0) throw new Error('no entry was made');
  return seconds();
}

function notes(given: {
  readonly store: keyof typeof stores;
  readonly entries: number;
  readonly making: number;
  readonly before: number;
  readonly live: Live;
}): string[] {
  const { store, entries, making, before, live } = given;
  const where = {
    pages: `The store makes each page when it is asked for and keeps no entry; making all of them once takes ${making.toFixed(1)} s.`,
    memory: 'The store keeps every entry in this process: its memory is part of the peak.',
    dynalite: 'The store is dynalite in a process of its own, which shares the cores with this one.',
  }[store];
  const isKept = live.seconds <= secondsMax && live.peakMib <= memoryMaxMib;
  const said = `${live.seconds.toFixed(1)} s, peak ${Math.round(live.peakMib)} MiB (${Math.round(before)} MiB before the first read)`;
  const lines = ['', where, `Full set of live boards (month and year): ${said}.`];
  if (entries === monthOfBeijing && store === 'pages') {
    lines.push(`Promise of ${secondsMax} s and ${memoryMaxMib} MiB: ${isKept ? 'kept' : 'NOT KEPT'}.`);
  }
  if (live.consumed !== undefined) {
    const scaled = Math.round((live.consumed.readUnits * monthOfBeijing) / entries);
    lines.push(
      `EXTRAPOLATED in proportion to ${monthOfBeijing} entries: ${scaled} read units for the live boards.`,
    );
  }
  return lines;
}

function optionsOf(args: readonly string[]): { entries: number; store: keyof typeof stores } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        entries: { type: 'string', default: String(monthOfBeijing) },
        store: { type: 'string', default: 'pages' },
      },
    });
    const { entries, store } = values;
    if (/^[1-9]\d{2,6}$/.test(entries) && Object.hasOwn(stores, store)) {
      return { entries: Number(entries), store: store as keyof typeof stores };
    }
  } catch {
    // The usage says what is taken.
  }
  throw new UsageError(usage);
}
