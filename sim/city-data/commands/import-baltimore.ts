import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBaltimore } from '../baltimore/build-baltimore.ts';
import { readRows } from '../baltimore/read-rows.ts';
import type { Command } from './command.ts';

const rejectedShownMax = 10;

export const importBaltimore: Command = {
  usage: 'FILE.csv FOLDER',
  summary: "build a city from a 311 file in Open Baltimore's form and write its data files to FOLDER",
  run: ([file, folder, ...rest], console) => {
    if (file === undefined || folder === undefined || rest.length > 0) {
      console.error('import-baltimore: expected FILE.csv and FOLDER');
      return 2;
    }
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (cause) {
      console.error(`${file}: cannot be read (${cause instanceof Error ? cause.message : String(cause)})`);
      return 2;
    }
    const read = readRows(text);
    if (!read.ok) {
      console.error(`${file}: ${read.error.reason}`);
      return 1;
    }
    const { rows, rejected } = read.value;
    for (const { line, column, reason } of rejected.slice(0, rejectedShownMax)) {
      console.error(`${file}: line ${line}: ${column}: ${reason}`);
    }
    if (rows.length === 0) {
      console.error(`${file}: holds no readable row`);
      return 1;
    }
    const { files: ofCity, pack, spans } = buildBaltimore(rows);
    const files = { ...ofCity, 'baltimore.json': pack };
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const undue = spans.filter(({ spanMs }) => spanMs === null).length;
    const mixed = spans.filter(({ rowsOther }) => rowsOther > 0);
    console.out(`${rows.length} rows read, ${rejected.length} rejected`);
    console.out(
      `${spans.length} types: ${undue} without a due time, ${mixed.length} with more than one span`,
    );
    for (const { type, rowsOther } of mixed) console.out(`  ${type}: ${rowsOther} rows have another span`);
    console.out(`${folder}: ${Object.keys(files).join(', ')}`);
    return 0;
  },
};
