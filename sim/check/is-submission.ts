import type { OperationId } from '../../functions/http/routes.ts';

/** Whether a request brings a new ticket: of a citizen by the platform, or found by a unit. */
export const isSubmission = (operationId: OperationId): boolean =>
  operationId === 'submitTicket' || operationId === 'submitFinding';
