import * as z from 'zod';

/** What a message about a board says: which job, nothing about it. */
export const boardMessage = z.strictObject({ jobId: z.string().min(1).max(200) });

/** The body of a message about a board. */
export const boardBody = (jobId: string): string => JSON.stringify(boardMessage.parse({ jobId }));
