import * as z from 'zod';
import type { OperationId } from '../routes.ts';
import { boardContracts } from './board-contracts.ts';
import { commandContracts } from './command-contracts.ts';
import type { Contract } from './contract.ts';
import { manageContracts } from './manage-contracts.ts';
import { sharingContracts } from './sharing-contracts.ts';
import { supervisionContracts } from './supervision-contracts.ts';
import { ticketContracts } from './ticket-contracts.ts';

const openContracts = {
  readOpenApi: { answers: { 200: z.record(z.string(), z.unknown()) }, refusals: [] },
  readHealth: {
    answers: {
      200: z.object({
        status: z.literal('ok'),
        city: z.string(),
        pack: z.string(),
        rulesHash: z.string(),
        speed: z.number(),
      }),
    },
    refusals: [],
  },
} as const satisfies Partial<Record<OperationId, Contract>>;

/** What every operation takes and gives. A route without its contract does not compile. */
export const contracts = {
  ...ticketContracts,
  ...commandContracts,
  ...manageContracts,
  ...supervisionContracts,
  ...sharingContracts,
  ...boardContracts,
  ...openContracts,
} as const satisfies Record<OperationId, Contract>;
