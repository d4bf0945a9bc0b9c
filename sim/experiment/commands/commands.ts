import { importInOneScope } from '../../program/in-one-scope.ts';
import type { Command } from '../command.ts';

type Entry = { readonly help: string; readonly load: () => Promise<Command> };

const here = (file: string) => new URL(file, import.meta.url);

/** What `npm run sim -- NAME` can do. A command's code is loaded when it is called; those that run a city, in one scope. */
export const commands: Readonly<Record<string, Entry>> = {
  list: {
    help: 'the scenarios with what they rest on, and the packs',
    load: async () =>
      (await importInOneScope<typeof import('./list-command.ts')>(here('./list-command.ts'))).listCommand,
  },
  run: {
    help: 'one scenario under one pack: tables, JSON, CSV and a page, with 95 % intervals',
    load: async () =>
      (await importInOneScope<typeof import('./run-command.ts')>(here('./run-command.ts'))).runCommand,
  },
  compare: {
    help: 'two packs on the same luck: differences, who wins and loses, fairness, gaming, assumptions',
    load: async () =>
      (await importInOneScope<typeof import('./compare-command.ts')>(here('./compare-command.ts')))
        .compareCommand,
  },
  sweep: {
    help: 'one parameter of pack or scenario at several values, on the same luck',
    load: async () =>
      (await importInOneScope<typeof import('./sweep-command.ts')>(here('./sweep-command.ts'))).sweepCommand,
  },
  diff: {
    help: 'the rules that two packs do not share, side by side, with what each rests on',
    load: async () =>
      (await importInOneScope<typeof import('./diff-command.ts')>(here('./diff-command.ts'))).diffCommand,
  },
  gate: {
    help: 'a candidate pack against expectations: exits 0, 1 if one is not met, 2 for a wrong call',
    load: async () =>
      (await importInOneScope<typeof import('./gate-command.ts')>(here('./gate-command.ts'))).gateCommand,
  },
  trace: {
    help: "the life of one ticket, or a run's events as CSV",
    load: async () =>
      (await importInOneScope<typeof import('./trace-command.ts')>(here('./trace-command.ts'))).traceCommand,
  },
  load: {
    help: 'writes the synthetic requests of a scenario: citizens, addresses and texts, as JSONL or CSV',
    load: async () => (await import('../../load/load-command.ts')).loadCommand,
  },
  drive: {
    help: 'posts synthetic requests to a live API at a fixed rate: latency, refusals, lateness of timers',
    load: async () => (await import('../../load/drive-command.ts')).driveCommand,
  },
  pictures: {
    help: 'pictures of a page of `run` and one of `compare`, taken in a real browser',
    load: async () => (await import('../../report/pictures-command.ts')).picturesCommand,
  },
  calibrate: {
    help: "arrivals, shares and handling times fitted to a city's own file, with their fit",
    load: async () => (await import('../../fit/calibrate/calibrate-command.ts')).calibrateCommand,
  },
  backtest: {
    help: 'fitted on the first half of a file, judged on the second beside a naive forecast',
    load: async () => (await import('../../fit/backtest/backtest-command.ts')).backtestCommand,
  },
  detect: {
    help: "a file's windows watched for surges: alarms against the stated rate, delay for seeded surges",
    load: async () => (await import('../../early/detect/detect-command.ts')).detectCommand,
  },
  forecast: {
    help: 'items by area for the next week and month: candidate beside seasonal-naive on held-out weeks',
    load: async () => (await import('../../early/forecast/forecast-command.ts')).forecastCommand,
  },
  faults: {
    help: 'the real functions in worlds that fail, a seed each: every promise held, failures shrunk and replayed',
    load: async () => (await import('../../faults/command/faults-command.ts')).faultsCommand,
  },
  story: {
    help: 'two emergencies under two packs: a timeline and a board of two rows',
    load: async () => ({ run: (await import('../../story/story-command.ts')).storyCommand }),
  },
};
