import { runScenario } from '../../../../sim/experiment/commands/run-command.ts';
import { systemHost } from '../../../../sim/experiment/terminal/host.ts';

/** A process of its own that runs the small city for ever, for a test to interrupt as a person would. */
process.exitCode = await runScenario(process.argv.slice(2), {
  ...systemHost(),
  model: new URL('./slow-city.ts', import.meta.url).href,
});
