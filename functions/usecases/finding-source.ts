import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Caller } from './caller.ts';

/** The source of a unit's findings. The colon keeps it apart from every platform's. */
export const findingSource = (unit: string): string => `unit:${unit}`;

/** Whether the caller's unit found the matter itself (主动发现). */
export const isFinder = ({ source }: Pick<TicketRecord, 'source'>, { unit }: Caller): boolean =>
  unit !== undefined && source === findingSource(unit);
