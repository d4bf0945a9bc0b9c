import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../sim/experiment/commands/run-command.ts';
import { testLab } from './support/test-lab.ts';

const script = fileURLToPath(new URL('./support/interruptible.ts', import.meta.url));

/** Runs in a process of its own and sends SIGINT once a line of the error stream says what it waits for. */
function interruptAt(line: RegExp, args: readonly string[]) {
  return new Promise<{ code: number | null; out: string; errors: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args]);
    let [out, errors, isSent] = ['', '', false];
    child.stdout.on('data', (piece) => {
      out += String(piece);
    });
    child.stderr.on('data', (piece) => {
      errors += String(piece);
      if (isSent || !line.test(errors)) return;
      isSent = true;
      child.kill('SIGINT');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, errors }));
  });
}

describe('Ctrl-C', () => {
  it('keeps the replications that are finished, says so, and leaves no thread behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'interrupt-'));
    const args = ['beijing-day', '--days', '22', '--replications', '20', '--workers', '2', '--out', folder];

    const { code, out, errors } = await interruptAt(/10%: 2 of 20 replications/, args);

    expect(errors).toContain('interrupted: 2 of 20 replications are finished and kept');
    expect(code).toBe(130);
    expect(out).toMatch(/digest [0-9a-f]{16} of replications 0-1/);
    const { report, replications } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
    expect(replications).toHaveLength(2);
    expect(report.subject.replications).toBe(2);
  });

  it('is heard by a single replication, which has no thread of its own, between two of its parts', async () => {
    const controller = new AbortController();
    const errors: string[] = [];
    const lab = testLab({
      model: new URL('./support/endless-city.ts', import.meta.url).href,
      interrupted: controller.signal,
      error: (line) => {
        errors.push(line);
        controller.abort();
      },
    });

    const code = await runScenario(['beijing-day', '--replications', '1'], lab);

    expect(code).toBe(130);
    expect(errors[0]).toMatch(/^50%: 0 of 1 replications/);
    expect(errors.at(-1)).toBe('interrupted: 0 of 1 replications are finished and kept');
  });
});
