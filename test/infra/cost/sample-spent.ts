import loadFile from '../../../infra/cost/load.json' with { type: 'json' };
import { readLoad } from '../../../infra/cost/load.ts';
import pricesFile from '../../../infra/cost/prices.json' with { type: 'json' };
import { readPrices } from '../../../infra/cost/prices.ts';
import { nothingSpent, type Spent } from '../../../infra/cost/spent.ts';

export const prices = readPrices(pricesFile);
export const load = readLoad(loadFile);

export const spent = (changes: Partial<Spent>): Spent => ({ ...nothingSpent, ...changes });

/** A load in which every request lives the plain life. */
export const allPlain = readLoad({
  ...loadFile,
  lives: Object.fromEntries(
    Object.keys(loadFile.lives).map((name) => [
      name,
      { value: name === 'plain' ? 1 : 0, assumption: 'test' },
    ]),
  ),
});
