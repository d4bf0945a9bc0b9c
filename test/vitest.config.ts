import { defineConfig } from 'vitest/config';
import { ReportPlainly } from './report-plainly.ts';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['dot', new ReportPlainly()],
  },
});
