import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { EmbeddedServer } from '../../infra/local/embedded-dynamodb.ts';

const binary = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));

/** Why dynoxide cannot run here; `undefined` where it can. */
export const dynoxideMissing: string | undefined =
  process.platform === 'linux' && process.arch === 'x64' && existsSync(binary)
    ? undefined
    : `no dynoxide binary for ${process.platform}-${process.arch} is installed`;

/** Starts dynoxide in memory on a free port of the loopback. */
export async function startDynoxide(): Promise<EmbeddedServer> {
  const port = await freePort();
  const child = spawn(binary, ['--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  await listening(child);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function listening(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      said += String(chunk);
      if (said.includes('listening on')) resolve();
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => reject(new Error(`dynoxide ended with ${code}: ${said}`)));
    child.once('error', reject);
  });
}

/** The server does not say which port it took when it is free to choose. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
