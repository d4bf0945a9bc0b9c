import { ticketViewSchema } from '../../usecases/ticket-view.ts';
import { wireCommands } from '../../usecases/wire-command.ts';
import type { ApiCommand } from '../command-routes.ts';
import type { ErrorCode } from '../error-code.ts';
import type { Contract } from './contract.ts';
import { ticketPath } from './parameters.ts';

const refusals = [
  'NOT_FOUND',
  'FORBIDDEN',
  'NOT_ACCEPTED',
  'NOT_IN_REMIT',
  'LIMIT_REACHED',
  'SUMMONS_OPEN',
  'NO_SUCH_SUMMONS',
  'NO_SUCH_HELPER',
  'OUT_OF_TURN',
  'ALREADY_DONE',
  'CONFLICT',
  'CAPACITY',
  'INVALID',
  'UNKNOWN_UNIT',
  'UNKNOWN_ITEM',
  'PLACE_OUTSIDE_CITY',
  'CALENDAR_COVERAGE',
] as const satisfies readonly ErrorCode[];

const command = <Type extends ApiCommand>(type: Type) =>
  ({
    path: ticketPath,
    body: wireCommands[type],
    answers: { 200: ticketViewSchema },
    refusals,
    idempotencyKey: true,
  }) as const satisfies Contract;

type CommandContracts = { readonly [Type in ApiCommand]: ReturnType<typeof command<Type>> };

/** Every command takes its body and gives the ticket as it then stands. */
export const commandContracts = Object.fromEntries(
  (Object.keys(wireCommands) as ApiCommand[]).map((type) => [type, command(type)]),
) as unknown as CommandContracts;
