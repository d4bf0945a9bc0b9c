import { minuteMs } from '../../../functions/core/time.ts';
import type { World } from './world.ts';

/**
 * Runs the sweeper and the watch once a minute; a run that is missed is not made up for, as the schedule of the deployment
 * says.
 */
export function scheduleSweeps(world: World): { stop(): void } {
  const { agenda, faults, streams, scheduled, scenario } = world;
  let isStopped = false;
  for (const name of ['sweep', 'watch'] as const) {
    const run = () =>
      scheduled[name].invoke(
        (once, stopAt) => once(stopAt),
        ({ outcome }) => world.say(`${name} ${outcome}`),
      );
    const each = () => {
      if (isStopped) return;
      agenda.in(minuteMs, each);
      if (faults.comes('sweepMissed')) return;
      run();
      if (faults.comes('sweepTwice')) run();
    };
    agenda.at(scenario.startAt + streams.of(`${name}s`).below(minuteMs), each);
  }
  return {
    stop: () => {
      isStopped = true;
    },
  };
}
