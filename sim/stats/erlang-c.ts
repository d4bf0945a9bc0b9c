/** What theory says of M/M/c, first in first out; times in the unit of the rates. */
export interface QueueTheory {
  /** Load of one server. */
  readonly utilization: number;
  /** Probability that an arrival waits (Erlang C). */
  readonly waits: number;
  readonly meanWait: number;
  readonly meanInSystem: number;
  /** Probability that the time in system exceeds `length`. */
  readonly inSystemBeyond: (length: number) => number;
}

/**
 * M/M/c: Poisson arrivals, exponential service, `servers` alike. Erlang C by the recurrence of Erlang B, which does
 * not overflow.
 * @throws RangeError unless the queue is stable.
 */
export function erlangC(queue: {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
}): QueueTheory {
  const { arrivalRate, serviceRate, servers } = queue;
  const offered = arrivalRate / serviceRate;
  const utilization = offered / servers;
  if (!(utilization > 0 && utilization < 1)) throw new RangeError(`utilization ${utilization} is not stable`);
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offered * blocked) / (k + offered * blocked);
  const waits = blocked / (1 - utilization * (1 - blocked));
  const drain = servers * serviceRate - arrivalRate;
  const meanWait = waits / drain;
  return {
    utilization,
    waits,
    meanWait,
    meanInSystem: meanWait + 1 / serviceRate,
    inSystemBeyond: (length) => inSystemBeyond(length, { waits, drain, serviceRate }),
  };
}

/** An arrival that waits does so for an exponential time of rate `drain`; service is independent of it. */
function inSystemBeyond(
  length: number,
  theory: { waits: number; drain: number; serviceRate: number },
): number {
  const { waits, drain, serviceRate } = theory;
  const served = Math.exp(-serviceRate * length);
  const gap = drain - serviceRate;
  const both =
    Math.abs(gap) < 1e-9
      ? (1 + serviceRate * length) * served
      : (drain * served - serviceRate * Math.exp(-drain * length)) / gap;
  return (1 - waits) * served + waits * both;
}
