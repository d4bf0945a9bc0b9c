import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { contentHash } from './content-hash.ts';

/** What handlers read as data. */
const dataFiles = '**/*.{json,geojson}';

/** Bundled CommonJS packages call `require`, which ESM does not have. */
const requireBanner =
  "import { createRequire as bannerCreateRequire } from 'node:module'; const require = bannerCreateRequire(import.meta.url);";

/**
 * Bundles every handler into one asset directory: `<name>.mjs` per `<handlersDir>/<name>.ts`, and the data files
 * of each `dataDirs` entry under `data/<entry>`. Source maps go to a sibling directory, because they would triple
 * what Lambda loads. The directory is named after the content, and reused while nothing in it changes.
 *
 * @returns the asset directory, absolute
 */
export async function bundle(props: {
  handlersDir: string;
  /** Directories of data files by the name handlers read them under. */
  dataDirs: Readonly<Record<string, string>>;
  outRoot: string;
}): Promise<string> {
  const entryPoints = globSync('*.ts', { cwd: props.handlersDir })
    .sort()
    .map((file) => join(props.handlersDir, file));
  const built = await build({
    entryPoints,
    outdir: 'asset',
    write: false,
    bundle: true,
    minify: true,
    sourcemap: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    banner: { js: requireBanner },
    logLevel: 'silent',
  });
  const data = Object.entries(props.dataDirs).filter(([, from]) => existsSync(from));
  const digest = createHash('sha256')
    .update(dataFiles)
    .update(contentHash(data.map(([, from]) => from)));
  for (const file of built.outputFiles) digest.update(file.path).update(file.contents);
  const target = join(props.outRoot, `bundle-${digest.digest('hex').slice(0, 16)}`);
  if (existsSync(target)) return join(target, 'asset');

  mkdirSync(props.outRoot, { recursive: true });
  const draft = mkdtempSync(join(props.outRoot, 'draft-'));
  for (const file of built.outputFiles) {
    const folder = join(draft, extname(file.path) === '.map' ? 'maps' : 'asset');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, basename(file.path)), file.contents);
  }
  for (const [name, from] of data) {
    for (const file of globSync(dataFiles, { cwd: from })) {
      const to = join(draft, 'asset', 'data', name, file);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(from, file), to);
    }
  }
  publish(draft, target);
  return join(target, 'asset');
}

/** Renames in one step, so that nobody ever sees half a bundle; losing the race to an equal one is fine. */
function publish(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw new Error(`cannot write ${relative('.', target)}`, { cause });
  }
}
