import { randomId } from '../../adapters/system.ts';
import type { HttpHost } from '../../http/observe.ts';
import type { Service } from './service.ts';

/** What a function behind the HTTP API has of its surroundings. */
export const httpHostOf = ({ settings, telemetry }: Service): HttpHost => ({
  telemetry,
  newId: randomId,
  speed: settings.TIME_SPEED,
  monotonicMs: () => performance.now(),
});
