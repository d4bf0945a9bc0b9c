import type { RunResult } from '../../city/run-result.ts';
import { needsReplication, type Precision } from '../../stats/precision.ts';
import type { Variant } from '../setup/variant.ts';
import type { Progress } from '../terminal/progress.ts';
import { runHere } from './run-here.ts';
import { runJobs } from './run-jobs.ts';
import type { Job } from './thread-messages.ts';

/** What to replicate: every variant under the same replications, so that they meet the same luck. */
export interface ReplicationPlan<Kept> {
  readonly variants: readonly Variant[];
  readonly replications: number;
  /** Stop earlier, once the first variant's figure is this precise. */
  readonly until?: { readonly precision: Precision; readonly figure: (kept: Kept) => number };
  /** What to keep of a result, which may be large. */
  readonly keep: (result: RunResult, variant: number) => Kept;
  readonly workers: number;
  readonly model?: string | undefined;
  readonly interrupted: AbortSignal;
  readonly progress: Progress;
}

/** What was kept, per variant in order of replications. */
export interface Replicated<Kept> {
  readonly byVariant: readonly (readonly Kept[])[];
  /** The replications that every variant has, in order. */
  readonly replications: readonly number[];
  readonly isInterrupted: boolean;
  /** Set where a precision was asked for. */
  readonly isPrecise?: boolean;
}

/**
 * Runs replications over worker threads, a single one in this thread. The result depends on the plan alone: neither on the
 * number of workers nor on which is faster, for results are merged, and the precision is judged, in order of replications.
 * Interrupted, it returns the replications that every variant has finished.
 */
export async function runReplications<Kept>(plan: ReplicationPlan<Kept>): Promise<Replicated<Kept>> {
  const { variants, replications, until, progress } = plan;
  const kept = variants.map(() => new Map<number, Kept>());
  const jobs = jobsInOrder(variants.length, replications);
  const finishedJobs = () => kept.reduce((sum, { size }) => sum + size, 0);
  let stopAt = replications;
  let at = 0;
  progress.start(jobs.length);
  const run = jobs.length === 1 ? runHere : runJobs;
  await run(
    {
      next: () => {
        const job = jobs[at];
        if (job === undefined || job.replication >= stopAt) return undefined;
        at++;
        return job;
      },
      done: (job, result) => {
        kept[job.variant]!.set(job.replication, plan.keep(result, job.variant));
        if (until !== undefined) stopAt = Math.min(stopAt, enough(kept[0]!, until, replications));
        progress.done(finishedJobs());
      },
      underWay: (shares) => progress.done(finishedJobs() + shares),
    },
    {
      variants,
      model: plan.model,
      workers: Math.min(plan.workers, jobs.length),
      interrupted: plan.interrupted,
    },
  ).finally(() => progress.stop());
  const finished = Array.from({ length: stopAt }, (_, replication) => replication).filter((replication) =>
    kept.every((results) => results.has(replication)),
  );
  return {
    byVariant: kept.map((results) => finished.map((replication) => results.get(replication)!)),
    replications: finished,
    isInterrupted: finished.length < stopAt,
    ...(until === undefined ? {} : { isPrecise: stopAt < replications || isPrecise(kept[0]!, until) }),
  };
}

/** All variants of a replication before the next replication: what is finished can be compared. */
const jobsInOrder = (variants: number, replications: number): Job[] =>
  Array.from({ length: replications * variants }, (_, i) => ({
    variant: i % variants,
    replication: Math.floor(i / variants),
  }));

type Until<Kept> = NonNullable<ReplicationPlan<Kept>['until']>;

/** Figures of the replications from 0 on without a gap. */
function prefix<Kept>(kept: ReadonlyMap<number, Kept>, { figure }: Until<Kept>): number[] {
  const figures: number[] = [];
  for (let next = kept.get(0); next !== undefined; next = kept.get(figures.length))
    figures.push(figure(next));
  return figures;
}

/** The least number of replications that is precise enough; `none` if those finished are not. */
function enough<Kept>(kept: ReadonlyMap<number, Kept>, until: Until<Kept>, none: number): number {
  const figures = prefix(kept, until);
  for (let n = 2; n <= figures.length; n++) {
    if (!needsReplication(figures.slice(0, n), { ...until.precision, replicationsMax: none + 1 })) return n;
  }
  return none;
}

function isPrecise<Kept>(kept: ReadonlyMap<number, Kept>, until: Until<Kept>): boolean {
  const figures = prefix(kept, until);
  return !needsReplication(figures, { ...until.precision, replicationsMax: figures.length + 1 });
}
