import { readFileSync } from 'node:fs';
import * as z from 'zod';

const outputs = z.record(z.string(), z.object({ ApiUrl: z.string(), TableName: z.string() }));

/** The outputs of the one stack. Throws when they are not there. */
export function readOutputs(file: string): { readonly apiId: string; readonly tableName: string } {
  const [stack] = Object.values(outputs.parse(JSON.parse(readFileSync(file, 'utf8'))));
  // The emulator's host is an address, so that its URL is none by the book.
  const apiId = /^https?:\/\/(\w+)\./.exec(stack?.ApiUrl ?? '')?.[1];
  if (stack === undefined || apiId === undefined) throw new Error(`${file} names no API`);
  return { apiId, tableName: stack.TableName };
}
