import { systemHost } from '../experiment/terminal/host.ts';
import { runSoakCommand } from './soak-command.ts';

process.exitCode = await runSoakCommand(process.argv.slice(2), systemHost());
