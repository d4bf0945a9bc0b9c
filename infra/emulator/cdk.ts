import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cdkBin = join(root, 'node_modules/aws-cdk/bin/cdk');

/**
 * Runs the CDK toolkit as an operator would.
 *
 * @throws Error with what it said last, when it fails
 */
export async function cdk(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, [cdkBin, ...args, '--no-notices'], {
    cwd: root,
    env: { ...process.env, ...environment, CI: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === 0) return said;
  throw new Error(`cdk ${args[0]} failed:\n${said.trim().split('\n').slice(-15).join('\n')}`);
}
