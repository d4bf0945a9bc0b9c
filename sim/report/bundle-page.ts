import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What every page carries: its program with the parts of ECharts it needs, and its style. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

const program = fileURLToPath(new URL('./page/main.ts', import.meta.url));
const style = fileURLToPath(new URL('./page/style/main.css', import.meta.url));
let assets: PageAssets | undefined;

/** Bundles the page's program and style for browsers of the last years, once per process. */
export function pageAssets(): PageAssets {
  assets ??= { script: bundle(program), style: bundle(style) };
  return assets;
}

function bundle(entry: string): string {
  const built = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return built.outputFiles[0]!.text.trim();
}
