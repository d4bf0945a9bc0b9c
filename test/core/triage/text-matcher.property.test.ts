import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparable,
  compileMatcher,
  findAll,
  type Occurrence,
} from '../../../functions/core/triage/text-matcher.ts';

const seed = 12345;
const letters = fc.constantFrom('水', '管', '爆', '裂', '停');
const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const patternSets = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
const texts = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''));

/** Looks for each pattern at each position, then drops what lies inside a longer find. */
const findNaively = (patterns: readonly string[], text: string): Occurrence[] => {
  const all = patterns.flatMap((pattern, index) =>
    [...Array(text.length).keys()]
      .filter((start) => text.startsWith(pattern, start))
      .map((start) => ({ pattern: index, start, end: start + pattern.length })),
  );
  return all
    .filter((a) => !all.some((b) => b !== a && b.start <= a.start && b.end >= a.end))
    .sort((a, b) => a.start - b.start);
};

const found = (patterns: string[], text: string) =>
  findAll(compileMatcher(patterns.map(comparable)), comparable(text)).map(({ pattern }) => patterns[pattern]);

describe('findAll', () => {
  it(`finds what a naive search finds (seed ${seed})`, () => {
    fc.assert(
      fc.property(patternSets, texts, (patterns, text) => {
        expect(findAll(compileMatcher(patterns), text)).toEqual(findNaively(patterns, text));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('does not find a word inside another word of Latin letters', () => {
    expect(found(['tree', 'wifi'], 'a street, wifi6, 有wifi吗')).toEqual(['wifi']);
  });

  it.each(['treez', 'treea', 'tree0', 'tree9', 'ztree', 'atree', '0tree', '9tree'])(
    'takes the letter or digit at the edge in %s for the same word',
    (text) => {
      expect(found(['tree'], text)).toEqual([]);
      expect(found(['tree'], `${text.replace('tree', ' tree ')}`)).toEqual(['tree']);
    },
  );

  it('reads 8,000 characters of a text at most, also where characters unfold into several', () => {
    expect(found(['停水'], `${'，'.repeat(7_998)}停水`)).toEqual(['停水']);
    expect(found(['停水'], `${'，'.repeat(7_999)}停水`)).toEqual([]);
    expect(comparable('\uFDFA'.repeat(8_000))).toHaveLength(8_000);
  });

  it('finds the plural of a Latin word', () => {
    expect(found(['pothole'], 'two potholes on Main St')).toEqual(['pothole']);
    expect(found(['pothole'], 'pothole-sized; potholesome')).toEqual(['pothole']);
  });

  it('goes on with a word that begins in the middle of one it has lost', () => {
    expect(found(['停停水', '水爆'], '停停水爆')).toEqual(['停停水', '水爆']);
    expect(found(['管管管水', '管水爆'], '管管水爆')).toEqual(['管水爆']);
  });

  it('falls back to a shorter pattern where the longer one is cut off by a word', () => {
    expect(found(['bad tree', 'tree'], 'abad tree')).toEqual(['tree']);
  });

  it('takes full-width and capital letters as the small ones', () => {
    expect(found(['ktv'], '楼下ＫＴＶ太吵')).toEqual(['ktv']);
  });

  it('refuses patterns that are empty or come twice', () => {
    expect(() => compileMatcher(['水', '水'])).toThrow('repeated');
    expect(() => compileMatcher([''])).toThrow('empty');
  });
});
