import middy from '@middy/core';
import { manners } from './manners.ts';
import { type Answered, type HttpHost, observe } from './observe.ts';
import type { HttpEvent } from './request/http-event.ts';

/**
 * A function behind the HTTP API that could not get as far as to look at a request: answers each as after any exception,
 * and says so in its log, so that a client is told to come back where that helps.
 */
export const failingApi = (host: HttpHost, cause: unknown) =>
  middy()
    .use(manners(host))
    .use(observe(host))
    .handler((_event: HttpEvent): Promise<Answered> => Promise.reject(cause));
