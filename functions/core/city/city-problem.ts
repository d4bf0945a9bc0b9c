import type { DataProblem } from '../directory/data-problem.ts';

/** A problem in one of the files that make a city. */
export type CityProblem = DataProblem & { readonly file: string };
