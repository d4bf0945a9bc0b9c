import { ticketFormat } from '../core/record/ticket-record.ts';

/**
 * A stored ticket was written by newer code than this, in the middle of a deployment. Whoever asked tries again later:
 * to read it here would strip what this code does not know.
 */
export class NewerFormat extends Error {
  readonly code = 'NEWER_FORMAT';

  constructor(ticketId: string, format: number) {
    super(`ticket ${ticketId} has format ${format}; this code knows formats up to ${ticketFormat}`);
  }
}
