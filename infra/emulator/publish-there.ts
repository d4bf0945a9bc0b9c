import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomId } from '../../functions/adapters/system.ts';
import type { Ask } from '../smoke/api-client.ts';

const publishScript = join(import.meta.dirname, '../publish/main.ts');
const takenMaxMs = 120_000;
const pauseMs = 5_000;

/** Publishes another pack on the deployment, sees new tickets opened by it while old ones keep theirs, and rolls back. */
export async function publishThere(props: {
  ask: Ask;
  platformToken: string;
  request: Readonly<Record<string, unknown>>;
  tableName: string;
  environment: Readonly<Record<string, string>>;
  speed: number;
  say(line: string): void;
}): Promise<void> {
  const { ask, platformToken: token, request, say } = props;
  const post = async () => {
    const body = { ...request, sourceKey: `published-${randomId()}` };
    const { status, body: ticket } = await ask('POST', '/tickets', { token, body });
    if (status !== 201) throw new Error(`POST /tickets: ${status} ${JSON.stringify(ticket)}`);
    return { id: String(ticket.ticketId), hash: (ticket.policy as { rulesHash: string }).rulesHash };
  };
  const taken = async (unlike: string) => {
    for (let waitedMs = 0; waitedMs < takenMaxMs; waitedMs += pauseMs) {
      const ticket = await post();
      if (ticket.hash !== unlike) return ticket;
      await sleep(pauseMs);
    }
    throw new Error(`published rules were not taken over within ${takenMaxMs / 1_000} s`);
  };
  const publish = async (...what: string[]) => {
    const args = ['--table', props.tableName, '--city', 'beijing', '--speed', String(props.speed), ...what];
    for (const line of (await run(args, props.environment)).trim().split('\n')) say(`publish: ${line}`);
  };

  const before = await post();
  await publish('--pack', 'beijing-2023', '--reason', 'as deployed');
  await publish('--pack', 'beijing-2019', '--reason', 'straight to the subdistricts');
  const after = await taken(before.hash);
  const { body } = await ask('GET', `/tickets/${before.id}`, { token });
  const kept = (body.ticket as { policy: { rulesHash: string } }).policy.rulesHash;
  if (kept !== before.hash) throw new Error('a ticket changed its rules when others were published');
  say(`publish: new tickets by ${after.hash}, the older one keeps ${kept}`);
  await publish('--rollback', '1', '--reason', 'back');
  const back = await taken(after.hash);
  if (back.hash !== before.hash) throw new Error(`the rollback brought ${back.hash}, not ${before.hash}`);
  say(`publish: rolled back, new tickets by ${back.hash}`);
  await publish();
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
