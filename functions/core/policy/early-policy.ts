import * as z from 'zod';
import { matterPolicy } from './matter-policy.ts';
import { patrolPolicy } from './patrol-policy.ts';
import { repeatPolicy } from './repeat-policy.ts';

/** Acting before the request (未诉先办). A section that is absent: this city has no such thing, and its routes say so. */
export const earlyPolicy = z.strictObject({
  matter: matterPolicy.optional(),
  repeat: repeatPolicy.optional(),
  patrol: patrolPolicy.optional(),
});

export type EarlyPolicy = z.infer<typeof earlyPolicy>;
