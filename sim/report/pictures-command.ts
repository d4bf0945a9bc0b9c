import * as z from 'zod';
import type { Command } from '../experiment/command.ts';
import { explainCall } from '../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../experiment/terminal/host.ts';
import { readOptions } from '../experiment/terminal/read-options.ts';
import { refuse } from '../experiment/terminal/refuse.ts';
import { findBrowser } from './find-browser.ts';
import { takePictures } from './take-pictures.ts';

const usage = `usage: npm run sim -- pictures --run PAGE --comparison PAGE --gaming PAGE --weight PAGE --out DIR
  --run PAGE         page.html of a run with a board
  --comparison PAGE  page.html of a comparison
  --gaming PAGE      page.html of a comparison in a scenario with units that game the rules
  --weight PAGE      page.html of a comparison of two packs that differ in a weight
  --out DIR          where the PNG files go`;

const file = z.string('expected the path of a page').min(1);
const options = {
  run: file,
  comparison: file,
  gaming: file,
  weight: file,
  out: z.string('expected a folder').min(1),
} as const;

/** Takes the README's pictures of two pages. */
export async function pictures(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'nothing', min: 0, max: 0 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const browser = findBrowser();
  if (browser === undefined) {
    return refuse(host, [
      'no Chromium here: sim/report/install-browser.sh, or name one in CITYWHISTLE_BROWSER',
    ]);
  }
  const { out, ...pages } = read.value.options;
  for (const { path, bytes } of await takePictures(browser, pages, out)) {
    host.out(`${path} ${Math.ceil(bytes / 1_024)} KB`);
  }
  return 0;
}

export const picturesCommand: Command = { run: (args) => pictures(args, systemHost()) };
