/** What theory says of M/M/c whose callers hang up after an exponential patience; times in the unit of the rates. */
export interface ImpatientTheory {
  /** Probability that an arrival waits, and that it hangs up. */
  readonly waits: number;
  readonly abandons: number;
  /** Mean number that waits. */
  readonly waiting: number;
  /** Load of one server by what is served. */
  readonly utilization: number;
}

/** States beyond this many waiting have no weight that a double can hold, for loads people staff for. */
const waitingMax = 100_000;

/**
 * M/M/c+M (Erlang A): Poisson arrivals, exponential service, `servers` alike, exponential patience. The stationary law of
 * the birth and death process, summed until its terms vanish: always stable, because whoever waits long enough leaves.
 */
export function erlangA(queue: {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
  /** One over the mean patience. */
  readonly abandonRate: number;
}): ImpatientTheory {
  const { arrivalRate, serviceRate, servers, abandonRate } = queue;
  // Weights relative to that of `servers` in the system: neither end overflows.
  let below = 0;
  let busy = servers;
  for (let k = servers, weight = 1; k > 0; k -= 1) {
    weight *= (k * serviceRate) / arrivalRate;
    below += weight;
    busy += (k - 1) * weight;
  }
  let above = 1;
  let waiting = 0;
  for (let n = 1, weight = 1; n < waitingMax; n += 1) {
    weight *= arrivalRate / (servers * serviceRate + n * abandonRate);
    if (weight < 1e-18 * above) break;
    above += weight;
    waiting += n * weight;
    busy += servers * weight;
  }
  const all = below + above;
  return {
    waits: above / all,
    abandons: (abandonRate * (waiting / all)) / arrivalRate,
    waiting: waiting / all,
    utilization: busy / all / servers,
  };
}
