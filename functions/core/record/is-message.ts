import type { OwedEffect } from './ticket-record.ts';

/** Whether an owed effect goes through the effect queue to a receiver; the others are put beside the tickets directly. */
export const isMessage = ({ kind }: Pick<OwedEffect, 'kind'>): boolean =>
  kind === 'status' || kind === 'notice' || kind === 'callback';
