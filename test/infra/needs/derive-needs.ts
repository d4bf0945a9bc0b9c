import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { TableNeed } from '../../../infra/needs/table-need.ts';
import { portNeeds } from './port-needs.ts';

const handlersDir = join(import.meta.dirname, '../../../functions/handlers');

/** What a function needs, read off its code. */
export interface DerivedNeeds {
  readonly table: readonly TableNeed[];
  /** Queues it sends to. */
  readonly sendsTo: readonly string[];
  /** Commands it sends to queues itself rather than through a port. */
  readonly queueCommands: readonly string[];
}

/** The stores and queues stay outside, so that only what is called on them is left in the text. */
const adaptersOutside: Plugin = {
  name: 'adapters-outside',
  setup({ onResolve }) {
    onResolve({ filter: /adapters\/(dynamodb|sqs)\// }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
  },
};

const stores = /\b(?:store|boards|webhooks|register)\.(\w+)\(/g;
const sends = {
  wake: /\bwakes\.send\(/,
  effects: /\beffects\.send\(|\bdeadLetters\.redrive\(/,
  boards: /\bqueue\.send\(/,
};

/**
 * The needs of the function of a handler: bundled without its adapters, what nobody calls falls away, and what is left
 * names each method of a port that may be called.
 */
export async function deriveNeeds(name: string, extra = ''): Promise<DerivedNeeds> {
  const entry = join(handlersDir, `${name}.ts`);
  const { outputFiles } = await build({
    stdin: {
      contents: `export { handler } from ${JSON.stringify(entry)};\n${extra}`,
      resolveDir: handlersDir,
      loader: 'ts',
    },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    plugins: [adaptersOutside],
    logLevel: 'silent',
  });
  const text = outputFiles.map((file) => file.text).join('\n');
  const methods = new Set([...text.matchAll(stores)].map((match) => match[1] ?? ''));
  const table = new Set<TableNeed>();
  for (const port of Object.values(portNeeds)) {
    for (const [method, needs] of Object.entries(port)) {
      if (methods.has(method)) for (const need of needs) table.add(need);
    }
  }
  const commands = new Set([...text.matchAll(/new (\w+)Command\(/g)].map((match) => match[1] ?? ''));
  return {
    table: [...table].sort(),
    sendsTo: Object.entries(sends)
      .filter(([, send]) => send.test(text))
      .map(([queue]) => queue)
      .sort(),
    queueCommands: [...commands].sort(),
  };
}
