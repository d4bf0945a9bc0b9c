/** How the rules are mutated: `npm run mutate`, or a part: `npm run mutate -- --mutate 'functions/core/ticket/**'`. */
export default {
  mutate: ['functions/core/**/*.ts'],
  testRunner: 'warm',
  plugins: ['./test/mutation/warm-runner.ts'],
  coverageAnalysis: 'perTest',
  // Tables and schemas that only loading reaches would each need all tests in a process of their own.
  ignoreStatic: true,
  // TypeScript 7 has no API to read its configuration with; nothing here needs it.
  tsconfigFile: 'no-tsconfig.json',
  disableTypeChecks: false,
  ignorePatterns: ['/*', '!/functions', '!/test', '!/sim', '!/package.json'],
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
};
