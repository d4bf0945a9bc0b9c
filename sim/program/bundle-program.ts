import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { type Bundled, root } from './kept-bundle.ts';

/** What bundles: another version of it makes other programs. */
const makers = ['node_modules/esbuild/package.json', 'sim/program/bundle-program.ts'];

/** Packages with files of their own beside their code, or too large for what is used of them. */
const external = ['esbuild', 'playwright-core', '@faker-js/faker'];

/** In a bundle a module is still told where its source lies. */
const whereabouts: Plugin = {
  name: 'whereabouts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

/**
 * A module and all it imports as one CommonJS text, that is, in one function's scope.
 * @throws Error where the bundler is not installed, or the module cannot be bundled
 */
export async function bundleProgram(entry: URL): Promise<Bundled<string>> {
  const { build } = await import('esbuild');
  const from = (path: string) => JSON.stringify(`./${relative(root, path).replaceAll('\\', '/')}`);
  const fileOf = (url: URL) => from(fileURLToPath(url));
  const inlineMore = fileOf(new URL('inline-more.ts', import.meta.url));
  const checkOnce = fileOf(new URL('check-once.ts', import.meta.url));
  const built = await build({
    absWorkingDir: root,
    stdin: {
      contents: `import ${inlineMore};\nimport ${checkOnce};\nexport * from ${fileOf(entry)};`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    external,
    plugins: [whereabouts],
    logLevel: 'silent',
    logOverride: { 'empty-import-meta': 'error' },
  });
  const inputs = Object.keys(built.metafile.inputs).filter((input) => input !== '<stdin>');
  return { value: built.outputFiles[0]!.text, inputs: [...makers, ...inputs] };
}
