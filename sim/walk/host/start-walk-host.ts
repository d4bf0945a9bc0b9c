import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import type { OwedEffect } from '../../../functions/core/record/ticket-record.ts';
import { ok } from '../../../functions/core/result.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import { effectMessage, isOfUndertaking } from '../../../functions/core/undertaking/effect-message.ts';
import type { UndertakingEffect } from '../../../functions/core/undertaking/undertaking-record.ts';
import type { Route } from '../../../functions/http/routes.ts';
import type { FunctionPool } from '../../../infra/local/functions/function-pool.ts';
import { handleRequest } from '../../../infra/local/gateway/handle-request.ts';
import { startHttpServer } from '../../../infra/local/gateway/http-server.ts';
import { createVerifier } from '../../../infra/local/gateway/verify-token.ts';
import type { Issuer } from '../../../infra/local/issuer.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { passTime } from './pass-time.ts';
import { openService } from './service.ts';
import { virtualClock } from './virtual-clock.ts';

/** How the gateway of a walk names those who may call it, as in the deployed template. */
const audience = 'citywhistle';

export interface WalkHost {
  readonly url: string;
  now(): EpochMs;
  /** Lets time pass until `at`; everything promised before is kept at its own instant. */
  passUntil(at: EpochMs): Promise<void>;
  /** Does the jobs on boards that were asked for. */
  workOnBoards(): Promise<void>;
  /** What has been sent to units and the hotline, in the order it was sent. */
  readonly sent: readonly OwedEffect[];
  /** The same of undertakings (督办事项). */
  readonly sentOfUndertakings: readonly UndertakingEffect[];
  readonly faults: readonly unknown[];
  stop(): Promise<void>;
}

/** Serves an empty city on the loopback: gateway, tokens and scopes as locally, functions in this process. */
export async function startWalkHost(props: {
  readonly city: LoadedCity;
  readonly names: { readonly city: string; readonly pack: string };
  readonly startAt: EpochMs;
  readonly issuer: Issuer;
}): Promise<WalkHost> {
  const clock = virtualClock(props.startAt);
  const service = openService(props.city, clock, props.names);
  const sent: OwedEffect[] = [];
  const sentOfUndertakings: UndertakingEffect[] = [];
  const collect = () => {
    for (const body of service.takeMessages()) {
      const message = effectMessage.parse(JSON.parse(body));
      if (isOfUndertaking(message)) sentOfUndertakings.push(message);
      else sent.push(message);
    }
  };
  const names = new Set(gatewayRoutes.map(({ functionName }) => functionName));
  const pools = new Map([...names].map((name) => [name, poolOf(service, name as Route['handler'])]));
  const authorizer = { issuer: props.issuer.url, audiences: [audience] };
  const gateway = { routes: gatewayRoutes, pools, verify: createVerifier(authorizer, props.issuer.keys) };
  const http = await startHttpServer(0);
  http.serve((request, response) => handleRequest(gateway, request, response));
  return {
    url: http.url,
    now: () => clock.now(),
    passUntil: async (at) => {
      await passTime(service.tickets, clock, at);
    },
    workOnBoards: service.workOnBoards,
    get sent() {
      collect();
      return sent;
    },
    get sentOfUndertakings() {
      collect();
      return sentOfUndertakings;
    },
    faults: service.faults,
    stop: () => http.drain(0),
  };
}

/** A function of the service where the gateway looks for its instances. */
const poolOf = (
  service: ReturnType<typeof openService>,
  name: Route['handler'],
): Pick<FunctionPool, 'invoke'> => ({
  invoke: async (event) => ok(JSON.stringify(await service.invoke(name, JSON.parse(event)))),
});
