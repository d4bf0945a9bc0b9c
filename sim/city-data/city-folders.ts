import { join } from 'node:path';

/** The folder that holds each shipped city's data files. */
export const citiesFolder = join(import.meta.dirname, '../../functions/cities');

export const cityFolder = (city: string): string => join(citiesFolder, city);
