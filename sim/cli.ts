import { storyCommand } from './story/story-command.ts';

/** What `npm run sim -- NAME` can do: each returns the exit code. */
const commands = {
  story: { run: storyCommand, help: 'two emergencies under two packs: a timeline and a board of two rows' },
} as const satisfies Record<string, { run: (args: readonly string[]) => number; help: string }>;

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && Object.hasOwn(commands, name)) {
  process.exitCode = commands[name as keyof typeof commands].run(args);
} else {
  const known = Object.entries(commands).map(([key, { help }]) => `  ${key.padEnd(8)} ${help}`);
  console.error(
    `${name === undefined ? '' : `unknown command: ${name}\n`}usage: npm run sim -- COMMAND\n${known.join('\n')}`,
  );
  process.exitCode = 2;
}
