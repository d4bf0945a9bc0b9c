import { minuteMs } from '../../../functions/core/time.ts';
import type { World } from './world.ts';

/** Runs the sweeper once a minute; a run that is missed is not made up for, as the schedule of the deployment says. */
export function scheduleSweeps(world: World): { stop(): void } {
  const { agenda, faults, streams, sweeper, scenario } = world;
  let isStopped = false;
  const sweep = () =>
    sweeper.invoke(
      (run, stopAt) => run(stopAt),
      ({ outcome }) => world.say(`sweep ${outcome}`),
    );
  const each = () => {
    if (isStopped) return;
    agenda.in(minuteMs, each);
    if (faults.comes('sweepMissed')) return;
    sweep();
    if (faults.comes('sweepTwice')) sweep();
  };
  agenda.at(scenario.startAt + streams.of('sweeps').below(minuteMs), each);
  return {
    stop: () => {
      isStopped = true;
    },
  };
}
