import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What every page carries: its program with the parts of ECharts it needs, and its style. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

const main = fileURLToPath(new URL('./page/main.ts', import.meta.url));
let assets: PageAssets | undefined;

/** Bundles the page's program for browsers of the last years, once per process. */
export function pageAssets(): PageAssets {
  assets ??= { script: bundle(), style: readFileSync(join(dirname(main), 'style.css'), 'utf8') };
  return assets;
}

function bundle(): string {
  const built = buildSync({
    entryPoints: [main],
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
