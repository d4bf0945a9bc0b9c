import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployTest } from './deploy-test.ts';
import { findPython, installEmulator } from './python-tools.ts';
import { serveIssuer } from './serve-issuer.ts';
import { startEmulator } from './start-emulator.ts';

/** `npm run test:deploy`: exits 0 when it passed or was skipped (it says why), 1 when it failed. */
async function main(): Promise<number> {
  const startedAt = performance.now();
  const say = (line: string) => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${line}`);
  };
  const python = await findPython();
  const installed = python.ok ? await installEmulator(python.value) : python;
  if (!installed.ok) {
    console.log(`skipped: ${installed.error}`);
    return 0;
  }
  const workDir = mkdtempSync(join(tmpdir(), 'citywhistle-deploy-'));
  const undo: (() => Promise<void>)[] = [];
  try {
    const issuer = await serveIssuer(workDir);
    undo.push(issuer.stop);
    const emulator = await startEmulator(installed.value, workDir);
    undo.push(emulator.stop);
    say(
      `emulator MiniStack at ${emulator.endpoint}, policies enforced, functions on Node ${process.version}`,
    );
    await deployTest({ emulator, issuer: issuer.issuer, workDir, say });
    say('passed');
    return 0;
  } catch (cause) {
    console.error(`FAILED  ${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    for (const step of undo.reverse()) await step();
    rmSync(workDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

process.exitCode = await main();
