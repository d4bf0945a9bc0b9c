import { ok } from '../../core/result.ts';
import { commandTicket } from '../../usecases/command-ticket.ts';
import type { Deps } from '../../usecases/deps.ts';
import type { WireCommand } from '../../usecases/wire-command.ts';
import { type ApiCommand, apiCommands } from '../command-routes.ts';
import type { Telemetry } from '../observability.ts';
import type { Input, Run } from '../run.ts';
import { replayed } from './replayed.ts';

type CommandRuns = { readonly [Type in ApiCommand]: Run<Type> };

/** Every command: the ticket as it then stands, marked when the same command was carried out before. */
export const commandRuns = (deps: Deps, telemetry: Telemetry): CommandRuns =>
  Object.fromEntries(
    apiCommands.map((type) => [type, commandRun(type, deps, telemetry)]),
  ) as unknown as CommandRuns;

function commandRun(type: ApiCommand, deps: Deps, telemetry: Telemetry): Run<ApiCommand> {
  return async ({ path, body, caller, commandId }: Input<ApiCommand>) => {
    // The contract of this very command has read the body.
    const command = { type, body } as WireCommand;
    const done = await commandTicket(deps, { ticketId: path.ticketId, command, caller, commandId });
    if (!done.ok) {
      telemetry.measure('CommandsRefused', 1, done.error.code);
      return done;
    }
    const { view, repeated } = done.value;
    if (!repeated) telemetry.measure('CommandsAccepted', 1);
    return ok({
      status: 200,
      body: view,
      ...replayed(!repeated),
    });
  };
}
