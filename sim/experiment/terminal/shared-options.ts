import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { outFolder } from './out-folder.ts';
import { wholeNumber } from './read-options.ts';

/** Options of every command that simulates. */
export const sharedOptions = {
  pack: z.string().min(1).optional(),
  seed: wholeNumber(0, 2 ** 31).default(1),
  replications: wholeNumber(1, 10_000).default(5),
  days: wholeNumber(1, 4_000).optional(),
  'warm-up': wholeNumber(0, 1_000).optional(),
  workers: wholeNumber(1, 256).default(() => availableParallelism()),
  out: outFolder.optional(),
  lang: z.enum(['zh', 'en']).default('en'),
} as const;

export const sharedUsage = `  --pack P            policy pack: a shipped one, or a file that ends in .json (the scenario's own)
  --seed S            names the luck; equal seeds give equal results (1)
  --replications N    independent runs; intervals need at least 2 (5)
  --days D            days to simulate, warm-up included (the scenario's own)
  --warm-up D         the first days, which warm the city up and are in no figure (the scenario's own)
  --workers W         threads; changes the time, never the result (every core)
  --out DIR           writes page.html, result.json and the tables as CSV there
  --lang zh|en        language of tables and page (en)`;
