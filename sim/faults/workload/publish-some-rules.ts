import { minuteMs } from '../../../functions/core/time.ts';
import { publishRules, rollBackRules } from '../../../functions/usecases/rules/publish-rules.ts';
import { townPacks } from '../town/overlays.ts';
import { loadTown, town } from '../town/town.ts';
import type { World } from '../world/world.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';

/** Whoever runs the service publishes rules, at once or for a minute to come, or brings older ones back. */
export function publishSomeRules(world: World, { n, a, b, pick }: Op): void {
  const { agenda, scenario, book } = world;
  const { store, register, clock } = world.ports(world.operator());
  const from = b % 3 === 0 ? { from: agenda.now + (1 + (b % 3)) * minuteMs } : {};
  const order = { city: town, by: `operator-${n}`, reason: 'swarm', ...from };
  const deps = { store, register, clock };
  const versions = book.publications.length;
  const done =
    pick % 3 === 0 && versions > 0
      ? rollBackRules(deps, 1 + (a % versions), order)
      : publishRules(deps, loadTown(oneOf(townPacks, a)!, scenario.speed), order);
  done.then(
    (result) => world.say(`#${n} publication ${result.ok ? result.value.version : result.error.code}`),
    () => world.say(`#${n} publication cut off`),
  );
}
