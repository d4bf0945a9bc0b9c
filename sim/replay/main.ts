import { systemClock } from '../../functions/adapters/system.ts';
import { runReplay } from './run-replay.ts';

/** What a shell reports for a process that Ctrl-C ended. */
const interruptedCode = 130;

// An exit of our own runs what is to be cleaned up; a signal that nobody hears does not.
process.once('SIGINT', () => process.exit(interruptedCode));

process.exitCode = await runReplay(process.argv.slice(2), {
  console: { out: console.log, error: console.error },
  wall: systemClock,
  isTerminal: process.stderr.isTTY === true,
});
