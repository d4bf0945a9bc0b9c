import { spawn } from 'node:child_process';
import { join } from 'node:path';

const publishScript = join(import.meta.dirname, '../publish/main.ts');

/** Runs `npm run pack:publish` with further arguments. Throws when it fails. */
export type Publish = (...what: readonly string[]) => Promise<void>;

/** The publisher's command as an operator of the deployment would run it. */
export function runPublisher(props: {
  tableName: string;
  environment: Readonly<Record<string, string>>;
  speed: number;
  say(line: string): void;
}): Publish {
  const { tableName, environment, speed, say } = props;
  return async (...what) => {
    const args = ['--table', tableName, '--city', 'beijing', '--speed', String(speed), ...what];
    for (const line of (await run(args, environment)).trim().split('\n')) say(`publish: ${line}`);
  };
}

async function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [publishScript, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`pack:publish ${args.join(' ')} ended with ${code}`);
  return said;
}
