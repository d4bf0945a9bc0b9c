import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Bundled, keep, keptFolder, readKept, root } from '../program/kept-bundle.ts';

/** What every page carries: its program with the parts of ECharts it needs, and its style. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

const program = 'sim/report/page/main.ts';
const styleSheet = 'sim/report/page/style/main.css';
/** What bundles, and this file: another version of either makes other assets. */
const makers = ['node_modules/esbuild/package.json', 'sim/report/bundle-page.ts'];

let assets: PageAssets | undefined;

/**
 * The page's program and style, for browsers of the last years. Bundled once, and again when one of the files they are made
 * of has changed: it takes longer than the rest of a page together.
 */
export function pageAssets(): PageAssets {
  assets ??= assetsKeptIn(join(keptFolder, 'page-assets.json'));
  return assets;
}

/** The assets that a file keeps, or where it has none that are still right, new ones, which it keeps from then on. */
export const assetsKeptIn = (file: string): PageAssets => readKept<PageAssets>(file) ?? newAssets(file);

function newAssets(file: string): PageAssets {
  const parts = [bundle(program), bundle(styleSheet)] as const;
  const value = { script: parts[0].value, style: parts[1].value };
  try {
    keep(file, { value, inputs: [...makers, ...parts.flatMap(({ inputs }) => inputs)] });
  } catch {
    // A folder that only others may write to: the next page is bundled again.
  }
  return value;
}

function bundle(entry: string): Bundled<string> {
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
  return { value: built.outputFiles[0]!.text.trim(), inputs: Object.keys(built.metafile.inputs) };
}
