import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../smoke/api-client.ts';

const triesMax = 20;
const pauseMs = 1_000;
/** What the API answers where it, or the gateway before it, has too much to do just now. */
const busy: readonly number[] = [429, 503];

/** Asks again, as every client of the API must, while the answer is that it is too busy. */
export const patient =
  (ask: Ask): Ask =>
  async (method, path, given) => {
    let answer = await ask(method, path, given);
    for (let tries = 1; busy.includes(answer.status) && tries < triesMax; tries += 1) {
      await sleep(pauseMs);
      answer = await ask(method, path, given);
    }
    return answer;
  };
