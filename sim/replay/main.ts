import { systemClock } from '../../functions/adapters/system.ts';
import { runReplay } from './run-replay.ts';

process.exitCode = await runReplay(process.argv.slice(2), {
  console: { out: console.log, error: console.error },
  wall: systemClock,
  isTerminal: process.stderr.isTTY === true,
});
