import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCity } from '../../sim/city-data/run-city.ts';

/** Runs a line of `npm run city` and keeps what it printed. */
export const run = (...args: string[]) => {
  const lines: { out: string[]; error: string[] } = { out: [], error: [] };
  const code = runCity(args, {
    out: (line) => lines.out.push(line),
    error: (line) => lines.error.push(line),
  });
  return { code, ...lines };
};

/** A fresh folder, and how to write files into it: text as it is, anything else as JSON. */
export const freshFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'citywhistle-city-'));
  const write = (file: string, content: unknown): string => {
    const path = join(folder, file);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  return { folder, write };
};
