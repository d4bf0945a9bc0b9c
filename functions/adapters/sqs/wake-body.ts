import * as z from 'zod';

/** What a wake message says: which ticket, nothing about it. */
export const wakeMessage = z.strictObject({ ticketId: z.string().min(1).max(200) });

/** The body of a wake message. */
export const wakeBody = (ticketId: string): string => JSON.stringify(wakeMessage.parse({ ticketId }));
