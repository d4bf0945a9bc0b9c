import { basename } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { leaveOut } from './left-out.ts';

/** Bundled CommonJS packages call `require`, which ESM does not have. */
const requireBanner =
  "import { createRequire as bannerCreateRequire } from 'node:module'; const require = bannerCreateRequire(import.meta.url);";

/** Who describes schemas to others: the function that answers the API's own description. */
const describesSchemas: readonly string[] = ['read'];

/** A function's code: its entry, and what it loads later, in `chunks/`. */
export interface BuiltEntry {
  /** The entry's name: `intake`. */
  readonly name: string;
  /** Output files by their path in the asset; source maps end in `.map`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
}

/**
 * Bundles one handler by itself. What it imports dynamically becomes a chunk of its own, loaded when it is first needed;
 * chunks of several functions together would bring each of them code of the others.
 */
export async function buildEntry(entryPoint: string): Promise<BuiltEntry> {
  const name = basename(entryPoint, '.ts');
  const built = await build({
    entryPoints: [entryPoint],
    outdir: '/asset',
    write: false,
    bundle: true,
    splitting: true,
    chunkNames: `chunks/${name}-[hash]`,
    minify: true,
    charset: 'utf8',
    sourcemap: 'external',
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    banner: { js: requireBanner },
    plugins: [leaveOut({ jsonSchemas: describesSchemas.includes(name) })],
    logLevel: 'silent',
  });
  const files = built.outputFiles.map(
    ({ path, contents }) => [path.slice('/asset/'.length), contents] as const,
  );
  return { name, files: new Map(files), metafile: built.metafile };
}
