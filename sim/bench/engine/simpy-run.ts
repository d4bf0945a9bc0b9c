import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { hotline } from './hotline-parameters.ts';
import { runJson } from './run-json.ts';

const simpyRun = z.object({
  requests: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  events: z.number(),
  peakMib: z.number(),
  version: z.string(),
  means: z.object({
    wait: z.number(),
    warned: z.number(),
    late: z.number(),
    resolved: z.number(),
    satisfied: z.number(),
  }),
});

/** The same model, parameters and horizon on SimPy, in a process of its own: that of a Python which has it. */
export function runSimpy(python: string, requests: number, seed: number): z.infer<typeof simpyRun> {
  const script = fileURLToPath(new URL('simpy-hotline.py', import.meta.url));
  return simpyRun.parse(runJson(python, [script, JSON.stringify(hotline), String(requests), String(seed)]));
}
