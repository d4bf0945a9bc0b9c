import type { ApiHandler, Throttle } from '../constructs/http-gateway.ts';

/**
 * What each route of a function takes. Beijing's line takes some 70,000 requests on a busy day (25 million a year), less
 * than 10 a second in its busiest hour: these limits keep a client that has gone wild from the others.
 */
export const throttles = {
  intake: { rateLimit: 200, burstLimit: 400 },
  command: { rateLimit: 200, burstLimit: 400 },
  read: { rateLimit: 200, burstLimit: 400 },
  early: { rateLimit: 50, burstLimit: 100 },
  boards: { rateLimit: 20, burstLimit: 40 },
  manage: { rateLimit: 5, burstLimit: 10 },
} as const satisfies Record<ApiHandler, Throttle>;
