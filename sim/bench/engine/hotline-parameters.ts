/**
 * Reference model hotline-B; the unit of time is the hour. 343 units of nine servers answer one Poisson stream of
 * requests. Each request has a tier with a limit; a timer warns at a part of the limit and fires again at the limit,
 * unless the request is done. Some time after, the citizen is called back and asked whether it was resolved and
 * whether he is satisfied.
 */
export const hotline = {
  units: 343,
  servers: 9,
  arrivalsPerUnit: 7.2,
  serviceMean: 1,
  tiers: [
    { share: 0.1, limit: 2 },
    { share: 0.3, limit: 24 },
    { share: 0.5, limit: 168 },
    { share: 0.1, limit: 360 },
  ],
  /** Part of the limit after which the unit is warned. */
  warnAt: 0.8,
  callbackMean: 24,
  /** Probability that the citizen calls it resolved, and that he is satisfied. */
  resolved: { onTime: 0.9, late: 0.6 },
  satisfied: { resolved: 0.8, unresolved: 0.2 },
  /** Share of the requests, the first ones, that no tally counts. */
  warmUpShare: 0.1,
} as const;
