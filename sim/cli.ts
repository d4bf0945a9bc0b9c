import { enableCompileCache } from 'node:module';
import { commands } from './experiment/commands/commands.ts';

/** Compiled modules are kept in the system's temporary folder: half of the start was stripping types. Threads use them too. */
const { directory } = enableCompileCache();
if (directory !== undefined) Object.assign(process.env, { NODE_COMPILE_CACHE: directory });

/** `npm run sim -- NAME [arguments]`: exits 0 when done, 1 when it failed, 2 for a wrong call. */
const [name, ...args] = process.argv.slice(2);
if (name !== undefined && Object.hasOwn(commands, name)) {
  try {
    process.exitCode = await (await commands[name]!.load()).run(args);
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  }
} else {
  const known = Object.entries(commands).map(([key, { help }]) => `  ${key.padEnd(10)} ${help}`);
  const usage = `usage: npm run sim -- COMMAND, or COMMAND --help\n${known.join('\n')}`;
  if (name === '--help' || name === '-h') console.log(usage);
  else {
    console.error(`${name === undefined ? '' : `unknown command: ${name}\n`}${usage}`);
    process.exitCode = 2;
  }
}
