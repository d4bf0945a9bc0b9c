import { erlangC } from '../../stats/erlang-c.ts';
import { hotline } from './hotline-parameters.ts';

/** The measures of hotline-B: means over requests. */
export interface HotlineMeasures {
  /** Mean waiting time in hours. */
  readonly wait: number;
  /** Shares of requests. */
  readonly warned: number;
  readonly late: number;
  readonly resolved: number;
  readonly satisfied: number;
}

/** What queueing theory says hotline-B must show in the long run. */
export function hotlineTheory(): HotlineMeasures {
  const { arrivalsPerUnit, serviceMean, servers, tiers, warnAt } = hotline;
  const queue = erlangC({ arrivalRate: arrivalsPerUnit, serviceRate: 1 / serviceMean, servers });
  const beyond = (part: number) =>
    tiers.reduce((sum, { share, limit }) => sum + share * queue.inSystemBeyond(part * limit), 0);
  const late = beyond(1);
  const resolved = hotline.resolved.onTime * (1 - late) + hotline.resolved.late * late;
  const satisfied = hotline.satisfied.resolved * resolved + hotline.satisfied.unresolved * (1 - resolved);
  return { wait: queue.meanWait, warned: beyond(warnAt), late, resolved, satisfied };
}
