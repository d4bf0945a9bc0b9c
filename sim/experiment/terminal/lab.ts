import type { Host } from './host.ts';

/** A host, with the URL of a module that exports `runCity` where another model than the city is to be run: tests have small ones. */
export interface Lab extends Host {
  readonly model?: string | undefined;
}
