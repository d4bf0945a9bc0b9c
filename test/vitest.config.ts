import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { ReportPlainly } from './report-plainly.ts';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    // Long enough for a whole app to be synthesized on a machine that has much else to do: they are here to end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The files that a worker runs share what it has loaded: to load it anew for each file took half of all the time.
    isolate: false,
    // Node runs the files by stripping their types, as it runs the service; nothing here wants modules replaced.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // One more than there are cores, since the files that are begun first wait for servers and clocks most of the time.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    reporters: ['dot', new ReportPlainly()],
  },
});
