import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A file of the project with what it imports, as a path from the top for its own files and a name for packages. */
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

/** Every TypeScript file of the project. */
export const sources: readonly Source[] = globSync('{functions,infra,sim,test}/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2]!;
    return name.startsWith('.') ? join(path, '..', name).replaceAll('\\', '/') : name;
  });
}

/** The text without its comments: what runs. Strings stay. */
export const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
