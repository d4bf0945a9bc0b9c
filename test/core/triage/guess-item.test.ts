import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTriage } from '../../../functions/core/triage/compile-triage.ts';
import { guessItem } from '../../../functions/core/triage/guess-item.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';

const compiled = () =>
  compileTriage(
    smallCatalogue([
      smallItem({ code: 'burst', keywords: ['水管爆裂', '跑水', '水管'] }),
      smallItem({ code: 'outage', keywords: ['停水', '没水'] }),
      smallItem({ code: 'noise', keywords: ['噪音', '施工'] }),
      smallItem({ code: 'dust', keywords: ['扬尘', '施工'] }),
    ]),
  );

describe('guessItem', () => {
  it('names the item, the words that decided and the next best item', () => {
    expect(guessItem(compiled(), '我家门口水管爆裂，现在停水了')).toEqual({
      itemCode: 'burst',
      guessed: true,
      matched: ['水管爆裂'],
      runnerUp: 'outage',
    });
  });

  it('says nothing where no keyword occurs', () => {
    expect(guessItem(compiled(), '你好')).toBeNull();
    expect(guessItem(compiled(), '')).toBeNull();
  });

  it('refuses a draw instead of picking one', () => {
    expect(guessItem(compiled(), '停水还有噪音')).toBeNull();
    expect(guessItem(compiled(), '施工')).toBeNull();
  });

  it('names no runner-up where two are equally next best', () => {
    expect(guessItem(compiled(), '水管爆裂 停水 噪音')).toEqual({
      itemCode: 'burst',
      guessed: true,
      matched: ['水管爆裂'],
    });
  });

  it('adds up the words of an item', () => {
    expect(guessItem(compiled(), '施工扬尘')).toMatchObject({ itemCode: 'dust', runnerUp: 'noise' });
  });

  it('lets a word of one item outweigh another word as long that two items share', () => {
    expect(guessItem(compiled(), '施工以后停水')).toMatchObject({ itemCode: 'outage', matched: ['停水'] });
  });

  it('does not count a word again that is said again', () => {
    expect(guessItem(compiled(), '停水停水停水停水停水，水管爆裂')).toMatchObject({ itemCode: 'burst' });
  });

  it('gives the same answer to the same text, whatever it read before', () => {
    const texts = fc.array(fc.constantFrom('水管', '爆裂', '停水', '噪音', '施工', '，'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const before = guessItem(compiled(), one.join(''));
        guessItem(compiled(), other.join(''));

        expect(guessItem(compiled(), one.join(''))).toEqual(before);
      }),
      { seed: 12345 },
    );
  });
});
