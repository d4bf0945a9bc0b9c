import { cityInForce } from '../../../functions/handlers/wiring/city-in-force.ts';
import type { InstancePorts } from './service.ts';

type Handler<Arguments extends readonly unknown[], Answer> = (...args: Arguments) => Promise<Answer>;

/**
 * A handler that is made anew when other rules have come into force, as the deployment's are: an event is done by one set
 * of rules throughout.
 */
export function byRulesInForce<Arguments extends readonly unknown[], Answer>(
  city: string,
  ports: InstancePorts,
  make: (ports: InstancePorts) => Handler<Arguments, Answer>,
): Handler<Arguments, Answer> {
  const { city: deployed, register, store, clock, deferred } = ports;
  const present = cityInForce({
    deployed,
    city,
    speed: deployed.rules.speed,
    register,
    store,
    clock,
    refused: (cause) => deferred('rules', cause),
  });
  let made = { by: deployed, handler: make(ports) };
  return async (...args) => {
    const by = await present();
    if (made.by !== by) made = { by, handler: make({ ...ports, city: by }) };
    return made.handler(...args);
  };
}
