import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { type BuiltEntry, buildEntry } from '../bundle/build-entry.ts';

/** What a function may weigh, and take to load where it is measured. */
export const budget = { bytes: 500 * 1_024, importMs: 100 } as const;

/** The weight of one function. */
export interface Size {
  readonly name: string;
  /** What is loaded when an instance starts. */
  readonly startBytes: number;
  /** What is loaded when it is first needed. */
  readonly laterBytes: number;
  /** The heaviest packages and folders of the start, heaviest first. */
  readonly heaviest: readonly (readonly [string, number])[];
  /** The files whose code is in the start. */
  readonly startFiles: readonly string[];
}

/** Bundles every handler and weighs it. */
export async function sizesOf(handlersDir: string): Promise<readonly Size[]> {
  const files = globSync('*.ts', { cwd: handlersDir }).sort();
  return Promise.all(files.map(async (file) => sizeOf(await buildEntry(join(handlersDir, file)))));
}

/** Weighs a bundled function by what esbuild says of it. */
export function sizeOf({ name, metafile: { outputs } }: Pick<BuiltEntry, 'name' | 'metafile'>): Size {
  const code = Object.entries(outputs).filter(([path]) => path.endsWith('.mjs'));
  const entry = code.find(([path]) => path.endsWith(`/${name}.mjs`))?.[0] ?? '';
  const start = reachedFrom(entry, outputs);
  const bytesOf = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const later = code.map(([path]) => path).filter((path) => !start.has(path));
  const parts = new Map<string, number>();
  const inStart = [...start]
    .flatMap((path) => Object.entries(outputs[path]?.inputs ?? {}))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  for (const [input, { bytesInOutput }] of inStart) {
    const part = partOf(input);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return {
    name,
    startBytes: bytesOf([...start]),
    laterBytes: bytesOf(later),
    heaviest: [...parts].sort((one, other) => other[1] - one[1]),
    startFiles: inStart.map(([input]) => input),
  };
}

/** The files that come with `path` by plain imports, itself included. */
function reachedFrom(
  path: string,
  outputs: Metafile['outputs'],
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) reachedFrom(next, outputs, seen);
  }
  return seen;
}

/** The package a file belongs to, or its folder in the project. */
function partOf(input: string): string {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
  return inPackage ?? /functions\/[^/]+\/[^/]+/.exec(input)?.[0] ?? input;
}
