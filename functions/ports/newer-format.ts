import { ticketFormat } from '../core/record/ticket-record.ts';

/**
 * A stored ticket or undertaking was written by newer code than this, in the middle of a deployment. Whoever asked tries
 * again later: to read it here would strip what this code does not know.
 */
export class NewerFormat extends Error {
  readonly code = 'NEWER_FORMAT';

  constructor(id: string, format: number, known: number = ticketFormat) {
    super(`${id} has format ${format}; this code knows formats up to ${known}`);
  }
}
