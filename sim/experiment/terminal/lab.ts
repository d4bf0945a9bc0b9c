import type { Host } from './host.ts';

/** A host with the model that is simulated: the URL of a module that exports `runCity`. Tests hand in a small one. */
export interface Lab extends Host {
  readonly model: string;
}

/** The model of a city. */
export const cityModel = new URL('../replications/city-model.ts', import.meta.url).href;
