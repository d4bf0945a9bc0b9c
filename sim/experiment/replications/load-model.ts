import { runCity } from './city-model.ts';
import type { RunCity } from './thread-messages.ts';

/** The model to run: the city, or what the module at another URL exports as `runCity`. */
export const loadModel = async (url: string | undefined): Promise<RunCity> =>
  url === undefined ? runCity : ((await import(url)) as { readonly runCity: RunCity }).runCity;
