import * as z from 'zod';
import { outFolder } from '../experiment/terminal/out-folder.ts';
import { knownMappings } from './mapping/load-mapping.ts';

/** Options of the commands that read a city's own file. */
export const fitOptions = {
  mapping: z.string(`expected ${knownMappings().join(', ')}, or a file that ends in .json`).min(1),
  out: outFolder.optional(),
} as const;

export const fitUsage = `  --mapping M   how the columns are read: ${knownMappings().join(', ')}, or a file that ends in .json
  --out DIR     writes the result as JSON and CSV there`;
