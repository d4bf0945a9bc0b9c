import type { OperationId } from '../routes.ts';
import { boardContracts } from './board-contracts.ts';
import { commandContracts } from './command-contracts.ts';
import type { Contract } from './contract.ts';
import { earlyContracts } from './early-contracts.ts';
import { manageContracts } from './manage-contracts.ts';
import { openContracts } from './open-contracts.ts';
import { sharingContracts } from './sharing-contracts.ts';
import { supervisionContracts } from './supervision-contracts.ts';
import { ticketContracts } from './ticket-contracts.ts';

/** What every operation takes and gives. A route without its contract does not compile. */
export const contracts = {
  ...ticketContracts,
  ...commandContracts,
  ...manageContracts,
  ...supervisionContracts,
  ...sharingContracts,
  ...boardContracts,
  ...earlyContracts,
  ...openContracts,
} as const satisfies Record<OperationId, Contract>;
