import { assumptions } from './commands/assumptions.ts';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import type { Command, Console, ExitCode } from './commands/command.ts';
import { importBaltimore } from './commands/import-baltimore.ts';
import { list } from './commands/list.ts';

/** The commands of `npm run city -- COMMAND`, by name. */
const commands: Readonly<Record<string, Command>> = {
  check,
  assumptions,
  list,
  build,
  'import-baltimore': importBaltimore,
};

/** Runs a command line, such as `['check', 'directory.json']`, and returns the process's exit code. */
export const runCity = ([name, ...args]: readonly string[], console: Console): ExitCode => {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command.run(args, console);
  console.error(name === undefined ? 'city: name a command' : `city: there is no command "${name}"`);
  for (const [known, { usage, summary }] of Object.entries(commands)) {
    console.error(`  npm run city -- ${`${known} ${usage}`.trim()}: ${summary}`);
  }
  return 2;
};
