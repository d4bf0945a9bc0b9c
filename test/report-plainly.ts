import type { Reporter, TestModule } from 'vitest/node';

/** Names every test that did not run, so that a skip is never silent (its title says why), prints what tests noted, and closes with the counts. */
export class ReportPlainly implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state] += 1;
        for (const { message } of test.annotations()) console.log(`noted: ${message}`);
        if (state === 'skipped') console.log(`skipped: ${test.fullName}`);
      }
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
