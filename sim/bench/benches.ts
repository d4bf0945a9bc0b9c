import { importInOneScope } from '../program/in-one-scope.ts';

/** A benchmark: reads its own arguments, prints its figures, and throws `UsageError` for arguments it does not take. */
export type Bench = (args: readonly string[]) => Promise<void>;

/** Every benchmark by the name given to `npm run bench -- NAME`. A new one is a line here. */
export const benches: Readonly<
  Record<string, { readonly shows: string; readonly load: () => Promise<Bench> }>
> = {
  core: {
    shows:
      'decisions per second of `decide` over 300,000 live tickets, in one scope as the simulator runs it',
    load: async () =>
      (await importInOneScope<typeof import('./core.ts')>(new URL('./core.ts', import.meta.url))).benchCore,
  },
  city: {
    shows: 'a day, months and (--year) a year of the simulated city through the core',
    load: async () => (await import('./city/city-bench.ts')).benchCity,
  },
  intake: {
    shows: "calls of each transition, and intake beside the embedded servers' own rate",
    load: async () => (await import('./intake.ts')).benchIntake,
  },
  boards: {
    shows: 'a month of 900,000 ledger entries to a full set of boards, by store',
    load: async () => (await import('./boards.ts')).benchBoards,
  },
  growth: {
    shows: 'a page of a sweep and the lateness of timers with up to a million open tickets',
    load: async () => (await import('./growth/growth-bench.ts')).benchGrowth,
  },
  engine: {
    shows: 'the event engine on reference model hotline-B, beside theory and SimPy',
    load: async () => (await import('./engine/engine-bench.ts')).engineBench,
  },
};
