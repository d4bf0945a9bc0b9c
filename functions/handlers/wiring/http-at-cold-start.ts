import { failingApi } from '../../http/failing-api.ts';
import type { makeApi } from '../../http/make-api.ts';
import { atColdStart } from './at-cold-start.ts';
import { httpHostOf } from './http-host-of.ts';
import type { Service } from './service.ts';

type Api = ReturnType<typeof makeApi>;

/**
 * As {@link atColdStart}, for a function behind the HTTP API. A client whose request meets a new instance while the table
 * is down is answered like any other, not with the gateway's bare 500, which says nothing about coming back.
 */
export const httpAtColdStart = (make: (service: Service) => Api) =>
  atColdStart<Parameters<Api>, ReturnType<Api>>(make, (service, cause) =>
    failingApi(httpHostOf(service), cause),
  );
