import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { ReportPlainly } from './report-plainly.ts';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One core is left free by default, which halves the speed where there are two; more than all crowds the servers.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: ['dot', new ReportPlainly()],
  },
});
