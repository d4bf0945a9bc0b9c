import { catalogueItems } from '../catalogue/catalogue-items.ts';
import type { Catalogue } from '../catalogue/catalogue-schema.ts';
import { comparable, compileMatcher, type TextMatcher } from './text-matcher.ts';

/** A catalogue's keywords, compiled once. Item indexes follow the order of the catalogue. */
export type Triage = {
  readonly matcher: TextMatcher;
  readonly itemCodes: readonly string[];
  /** For each keyword: the items that list it. */
  readonly itemsOf: readonly (readonly number[])[];
  /** For each keyword: how much one mention says for each of its items. */
  readonly weightOf: readonly number[];
};

/**
 * Compiles a catalogue's keywords for `guessItem`. A keyword weighs the square of its length (a long one is rarely
 * said by chance), shared equally among the items that list it (a word of three items tells them apart badly).
 */
export const compileTriage = (catalogue: Catalogue): Triage => {
  const items = catalogueItems(catalogue).map(({ item }) => item);
  const itemsByKeyword = new Map<string, number[]>();
  items.forEach(({ keywords }, index) => {
    for (const keyword of new Set(keywords.map(comparable))) {
      const sharing = itemsByKeyword.get(keyword);
      if (sharing) sharing.push(index);
      else itemsByKeyword.set(keyword, [index]);
    }
  });
  const keywords = [...itemsByKeyword.keys()];
  const itemsOf = [...itemsByKeyword.values()];
  return {
    matcher: compileMatcher(keywords),
    itemCodes: items.map(({ code }) => code),
    itemsOf,
    weightOf: keywords.map((keyword, k) => keyword.length ** 2 / itemsOf[k]!.length),
  };
};
