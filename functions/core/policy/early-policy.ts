import * as z from 'zod';
import { agendaPolicy } from './agenda-policy.ts';
import { forecastPolicy } from './forecast-policy.ts';
import { matterPolicy } from './matter-policy.ts';
import { patrolPolicy } from './patrol-policy.ts';
import { repeatPolicy } from './repeat-policy.ts';
import { topicPolicy } from './topic-policy.ts';
import { warningPolicy } from './warning-policy.ts';

/** Acting before the request (未诉先办). A section that is absent: this city has no such thing, and its routes say so. */
export const earlyPolicy = z.strictObject({
  matter: matterPolicy.optional(),
  repeat: repeatPolicy.optional(),
  topic: topicPolicy.optional(),
  agenda: agendaPolicy.optional(),
  warning: warningPolicy.optional(),
  forecast: forecastPolicy.optional(),
  patrol: patrolPolicy.optional(),
});

export type EarlyPolicy = z.infer<typeof earlyPolicy>;
