import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { importTimes } from './import-times.ts';
import { budget, sizesOf } from './sizes.ts';

const runs = 9;
const partsShown = 12;
const root = join(import.meta.dirname, '../..');

/** `npm run sizes [-- FUNCTION]`: what each function weighs and takes to load; with a name, what it is made of. Exit 1 above the budget. */
async function main([wanted]: readonly string[]): Promise<number> {
  const handlersDir = join(root, 'functions/handlers');
  const sizes = await sizesOf(handlersDir);
  const outRoot = mkdtempSync(join(tmpdir(), 'sizes-'));
  const asset = await bundle({ handlersDir, dataDirs: {}, outRoot });
  console.log('function    start KB  later KB  import ms (least, median of 9)');
  let isOver = false;
  for (const { name, startBytes, laterBytes } of sizes) {
    if (wanted !== undefined && name !== wanted) continue;
    const { leastMs, medianMs } = await importTimes(asset, name, runs);
    const over = startBytes > budget.bytes || leastMs > budget.importMs;
    isOver ||= over;
    console.log(
      `${name.padEnd(10)}  ${kb(startBytes)}  ${kb(laterBytes)}  ${ms(leastMs)} ${ms(medianMs)}${over ? '  above the budget' : ''}`,
    );
  }
  console.log(`budget      ${kb(budget.bytes)}            ${ms(budget.importMs)}`);
  for (const [part, bytes] of sizes.find(({ name }) => name === wanted)?.heaviest.slice(0, partsShown) ?? [])
    console.log(`${kb(bytes)}  ${part}`);
  rmSync(outRoot, { recursive: true, force: true });
  return isOver ? 1 : 0;
}

const kb = (bytes: number) => (bytes / 1_024).toFixed(0).padStart(8);
const ms = (time: number) => time.toFixed(0).padStart(6);

process.exitCode = await main(process.argv.slice(2));
