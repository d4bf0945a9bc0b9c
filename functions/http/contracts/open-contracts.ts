import * as z from 'zod';
import type { OperationId } from '../routes.ts';
import type { Contract } from './contract.ts';

/** What anybody may ask. */
export const openContracts = {
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
