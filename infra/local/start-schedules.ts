import * as z from 'zod';
import type { FunctionPool } from './functions/function-pool.ts';
import type { Resolve } from './resolve-intrinsics.ts';
import { resourcesOf, type Template } from './template.ts';

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const properties = z.object({
  ScheduleExpression: z.string(),
  Target: z.object({ Arn: z.string(), Input: z.string().default('{}') }),
});

/**
 * Runs every rate schedule of the template, the first time at once: what fell due while the host was down
 * should not wait a minute more. A run is left out while the one before is still going.
 *
 * @returns a function that ends the schedules; a run under way goes on
 */
export function startSchedules(props: {
  template: Template;
  resolve: Resolve;
  pools: ReadonlyMap<string, FunctionPool>;
}): () => void {
  const timers: NodeJS.Timeout[] = [];
  for (const { id, properties: raw } of resourcesOf(props.template, 'AWS::Scheduler::Schedule')) {
    const { ScheduleExpression, Target } = properties.parse(props.resolve(raw));
    const pool = props.pools.get(Target.Arn.split(':').at(-1) ?? '');
    if (!pool) throw new Error(`schedule ${id} starts a function that does not exist`);
    let running = false;
    const run = async () => {
      if (running) return;
      running = true;
      await pool.invoke(Target.Input, 0);
      running = false;
    };
    void run();
    timers.push(setInterval(run, rateMs(ScheduleExpression)));
  }
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

function rateMs(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count === undefined) throw new Error(`the local host runs rate(...) schedules only, not ${expression}`);
  return Number(count) * unitMs[unit as keyof typeof unitMs];
}
