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
import { dirname, extname, join, relative } from 'node:path';
import { buildEntry } from './bundle/build-entry.ts';
import { contentHash } from './content-hash.ts';

/** What handlers read as data. */
const dataFiles = '**/*.{json,geojson}';

/**
 * Bundles every handler into one asset directory: `<name>.mjs` per `<handlersDir>/<name>.ts` with its chunks, and the
 * data files of each `dataDirs` entry under `data/<entry>`, and those made here (`madeData`). Source maps go to a sibling directory, because they would triple
 * what Lambda loads. The directory is named after the content, and reused while nothing in it changes.
 *
 * @returns the asset directory, absolute
 */
export async function bundle(props: {
  handlersDir: string;
  /** Directories of data files by the name handlers read them under. */
  dataDirs: Readonly<Record<string, string>>;
  /** Contents of further data files by their path below `data`. */
  madeData?: Readonly<Record<string, string>>;
  outRoot: string;
}): Promise<string> {
  const entryPoints = globSync('*.ts', { cwd: props.handlersDir }).sort();
  const built = await Promise.all(entryPoints.map((file) => buildEntry(join(props.handlersDir, file))));
  const outputs = built.flatMap(({ files }) => [...files]);
  const data = Object.entries(props.dataDirs).filter(([, from]) => existsSync(from));
  const digest = createHash('sha256')
    .update(dataFiles)
    .update(contentHash(data.map(([, from]) => from)));
  const made = Object.entries(props.madeData ?? {});
  for (const [path, contents] of [...outputs, ...made]) digest.update(path).update(contents);
  const target = join(props.outRoot, `bundle-${digest.digest('hex').slice(0, 16)}`);
  if (existsSync(target)) return join(target, 'asset');

  mkdirSync(props.outRoot, { recursive: true });
  const draft = mkdtempSync(join(props.outRoot, 'draft-'));
  for (const [path, contents] of outputs)
    write(join(draft, extname(path) === '.map' ? 'maps' : 'asset', path), contents);
  for (const [path, contents] of made) write(join(draft, 'asset/data', path), contents);
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

function write(file: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
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
