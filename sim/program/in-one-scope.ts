import { createHash } from 'node:crypto';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keep, keptFolder, readKept, replaceFile, root } from './kept-bundle.ts';
import './inline-more.ts';

/** Loaded where something is to be bundled, which is seldom, and never bundled itself. */
const bundler = new URL('./bundle-program.ts', import.meta.url);

/**
 * Where to import a module from so that it runs in one scope with all that it imports: V8 knows the constants and functions
 * of a scope as such, and across modules it has to look each of them up at each use, which costs the simulator a fifth of its
 * time; one file is also sooner read than four hundred. Bundled once, and again when a file of its has changed. Where it
 * cannot be bundled or kept, the module itself.
 */
export async function inOneScope(entry: URL, folder = join(keptFolder, 'programs')): Promise<URL> {
  const name = basename(entry.pathname, '.ts');
  const note = join(folder, `${name}.json`);
  const known = readKept<string>(note);
  if (known !== undefined) return pathToFileURL(known);
  try {
    const { bundleProgram } = (await import(bundler.href)) as typeof import('./bundle-program.ts');
    const { value: text, inputs } = await bundleProgram(entry);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const program = join(folder, `${name}-${hash}.cjs`);
    replaceFile(program, text);
    keep(note, { value: program, inputs: [...inputs, relative(root, program)] });
    return pathToFileURL(program);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    process.emitWarning(`${name} runs from its sources, more slowly: ${reason}`);
    return entry;
  }
}

/** Imports a module in one scope with all that it imports. */
export const importInOneScope = async <Module>(entry: URL): Promise<Module> =>
  (await import((await inOneScope(entry)).href)) as Module;
