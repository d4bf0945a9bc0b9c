import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compileTriage } from '../../functions/core/triage/compile-triage.ts';
import { guessItem } from '../../functions/core/triage/guess-item.ts';
import { fullData } from '../city-data/full-data.ts';
import { readCity } from './read-city.ts';

const triage = compileTriage(readCity('beijing').catalogue);

describe('triage by the keywords of Beijing', () => {
  it.each([
    ['十里堡小区门口自来水管爆裂，水喷到二楼了', '0101-01'],
    ['从早上开始整栋楼停水', '0101-02'],
    ['供暖一周了家里暖气不热，室温不达标', '0105-01'],
    ['闻到很浓的燃气味，怀疑燃气泄漏', '0104-01'],
    ['公司拖欠工资三个月', '0901-01'],
    ['理发店突然关门跑路，充值卡里还有两千元', '0801-01'],
    ['路边全是违停的车', '0601-01'],
    ['楼上半夜吵得睡不着，夜间噪音很大', '0701-01'],
    ['工地夜间施工', '0402-01'],
    ['井盖丢失，很危险', '0404-01'],
  ])('takes "%s" for %s', (description, itemCode) => {
    expect(guessItem(triage, description)).toMatchObject({ itemCode, guessed: true });
  });

  it('leaves a text without any of the keywords to a person', () => {
    expect(guessItem(triage, '您好，我想反映一个情况')).toBeNull();
  });

  const labelled = fullData('cn_complaints/labelled_tokenised_9210.tsv.gz');
  it.skipIf(labelled.isAbsent)(
    `guesses most of 9,210 real messages, and mostly in the class their readers gave them${labelled.note}`,
    () => {
      const classOf: Readonly<Record<string, string>> = {
        '01': '城乡建设',
        '02': '城乡建设',
        '03': '城乡建设',
        '04': '城乡建设',
        '05': '交通运输',
        '06': '城乡建设',
        '07': '环境保护',
        '08': '商贸旅游',
        '09': '劳动和社会保障',
        '10': '劳动和社会保障',
        '11': '卫生计生',
        '12': '教育文体',
      };
      const rows = gunzipSync(readFileSync(labelled.path)).toString('utf8').trim().split('\n');
      const guesses = rows.flatMap((row) => {
        const [label, tokens = ''] = row.split('\t');
        const guess = guessItem(triage, tokens.replaceAll(' ', ''));
        return guess ? [{ label, guessed: classOf[guess.itemCode.slice(0, 2)] }] : [];
      });
      const comparable = guesses.filter(({ guessed }) => guessed !== undefined);
      const right = comparable.filter(({ label, guessed }) => label === guessed);

      expect(guesses.length / rows.length).toBeGreaterThan(0.6);
      expect(right.length / comparable.length).toBeGreaterThan(0.7);
    },
  );
});
