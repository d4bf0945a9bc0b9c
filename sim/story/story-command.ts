import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCity } from '../../functions/adapters/rules/read-city.ts';
import { instantText } from '../../functions/core/instant-text.ts';
import type { BoardRow, Rate } from '../../functions/core/score/board.ts';
import { runStory } from './run-story.ts';

const dataDir = join(import.meta.dirname, '../../functions');

const usage = `usage: npm run sim -- story [--packs A,B]
  --packs A,B   shipped packs, each played in its turn (beijing-2019,beijing-2023)`;

/** Plays the story under each pack of `--packs a,b` and prints what happened and the board. Exit code 0, or 2 for usage. */
export function storyCommand(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const packs = packsOf(args);
  if (packs === undefined) return 2;
  for (const pack of packs) {
    const city = readCity({ dataDir, city: 'beijing', pack, speed: 1 });
    if (!city.ok) {
      for (const { file, path, reason } of city.error) console.error(`${file}: ${path}: ${reason}`);
      return 2;
    }
    const { lines, board, tickets } = runStory(city.value);
    console.log(`\n${pack}`);
    for (const { at, matter, event, rule, unit } of lines) {
      const time = instantText(at, city.value.rules.utcOffsetMs).slice(11, 19);
      console.log(`  ${time}  matter ${matter + 1}  ${event.padEnd(20)} ${unit.padEnd(12)} ${rule}`);
    }
    const late = tickets[0]!.summonses.map(({ late }) => (late ? 'late' : 'in time')).join(', ');
    console.log(`  arrivals: ${late}\n`);
    console.log(boardText(board));
  }
  return 0;
}

function packsOf(args: readonly string[]): string[] | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { packs: { type: 'string' } } });
    return (values.packs ?? 'beijing-2019,beijing-2023').split(',');
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : cause}\n${usage}`);
    return undefined;
  }
}

function boardText(board: readonly BoardRow[]): string {
  const percent = ({ yes, base, share }: Rate) =>
    share === undefined ? '-' : `${(share * 100).toFixed(0)} % (${yes}/${base})`;
  const rows = board.map((row) => [
    String(row.rank ?? '-'),
    row.unit,
    percent(row.response),
    percent(row.resolution),
    percent(row.satisfaction),
    percent(row.onTime),
    row.score?.toFixed(1) ?? '-',
  ]);
  const table = [['rank', 'unit', 'response', 'resolution', 'satisfaction', 'on time', 'score'], ...rows];
  return table.map((row) => `  ${row.map((cell) => cell.padEnd(13)).join('')}`.trimEnd()).join('\n');
}
