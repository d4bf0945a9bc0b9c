import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every page carries: its program with the parts of ECharts it needs, and its style. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Assets as kept on disk, with the files they were made of and how those looked then. */
interface KeptAssets extends PageAssets {
  readonly inputs: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = 'sim/report/page/main.ts';
const styleSheet = 'sim/report/page/style/main.css';
/** Where tools keep what they can make again. */
const keptFile = join(root, 'node_modules/.cache/citywhistle/page-assets.json');
/** What bundles, and this file: another version of either makes other assets. */
const makers = ['node_modules/esbuild/package.json', 'sim/report/bundle-page.ts'];

let assets: PageAssets | undefined;

/**
 * The page's program and style, for browsers of the last years. Bundled once, and again when one of the files they are made
 * of has changed: it takes longer than the rest of a page together.
 */
export function pageAssets(): PageAssets {
  assets ??= assetsKeptIn(keptFile);
  return assets;
}

/** The assets that a file keeps, or where it has none that are still right, new ones, which it keeps from then on. */
export const assetsKeptIn = (file: string): PageAssets => keptAssets(file) ?? bundleAssets(file);

function keptAssets(keptIn: string): PageAssets | undefined {
  try {
    const { script, style, inputs } = JSON.parse(readFileSync(keptIn, 'utf8')) as KeptAssets;
    const isFresh = Object.entries(inputs).every(([file, look]) => lookOf(file) === look);
    return isFresh ? { script, style } : undefined;
  } catch {
    // Nothing is kept, or something else is.
    return undefined;
  }
}

function bundleAssets(keptIn: string): PageAssets {
  const parts = [bundle(program), bundle(styleSheet)] as const;
  const made = { script: parts[0].text, style: parts[1].text };
  const files = [...makers, ...parts.flatMap(({ inputs }) => inputs)];
  const inputs = Object.fromEntries(files.map((file) => [file, lookOf(file)]));
  keep(keptIn, { ...made, inputs });
  return made;
}

/** Others may read meanwhile, so the file is changed in one step. Where nothing can be written, nothing is kept. */
function keep(file: string, kept: KeptAssets): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, file);
  } catch {
    // A folder that only others may write to: the next page is bundled again.
  }
}

/** Size and last change of a file of the project. */
function lookOf(file: string): string {
  const { size, mtimeMs } = statSync(join(root, file));
  return `${size} ${mtimeMs}`;
}

function bundle(entry: string): { readonly text: string; readonly inputs: readonly string[] } {
  // Loaded where something is to be bundled, because it takes as long as the rest of a page.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  const built = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return { text: built.outputFiles[0]!.text.trim(), inputs: Object.keys(built.metafile.inputs) };
}
