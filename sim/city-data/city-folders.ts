import { join } from 'node:path';

/** The folder that holds `cities/` and `policies/`. */
export const functionsFolder = join(import.meta.dirname, '../../functions');

/** The folder that holds each shipped city's data files. */
export const citiesFolder = join(functionsFolder, 'cities');

/** The folder of the shipped policy packs. */
export const policiesFolder = join(functionsFolder, 'policies');

export const cityFolder = (city: string): string => join(citiesFolder, city);
