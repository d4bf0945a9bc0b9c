import { describe, expect, it } from 'vitest';
import { numberText, signedText } from '../../../sim/experiment/terminal/number-text.ts';
import { openProgress } from '../../../sim/experiment/terminal/progress.ts';
import { replayCommand } from '../../../sim/experiment/terminal/replay-command.ts';
import { tableText } from '../../../sim/experiment/terminal/table-text.ts';
import { textWidth } from '../../../sim/experiment/terminal/text-width.ts';
import { testLab } from './support/test-lab.ts';

describe('a table', () => {
  it('stands straight with Chinese and Latin letters side by side', () => {
    const lines = tableText(
      [{ title: '单位' }, { title: 'score', isNumber: true }],
      [
        ['朝阳区（城管）', '98.5'],
        ['Sanping', '7'],
      ],
    );

    expect(lines).toEqual([
      '单位            score',
      '--------------  -----',
      '朝阳区（城管）   98.5',
      'Sanping             7',
    ]);
    expect(new Set(lines.map(textWidth))).toEqual(new Set([21]));
  });

  it('has one line for a name with a line break, and no order for the terminal in it', () => {
    const lines = tableText([{ title: 'unit' }], [['燕山\r\n办事处'], ['\u001b[2Jx']]);

    expect(lines).toEqual(['unit', '-----------', '燕山 办事处', ' [2Jx']);
  });

  it.each([
    ['abc', 3],
    ['接诉即办', 8],
    ['Ａ，。', 6],
    ['e\u0301', 1],
    ['𠀀', 2],
    ['Da’an', 5],
  ])('counts %s as %d columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('a number', () => {
  it.each([
    [0.12345, 'share', '12.35 %'],
    [1_234_567, 'count', '1 234 567'],
    [12.34, 'count', '12.3'],
    [-0.000_01, 'share', '0.00 %'],
    [22.981, 'hours', '22.98 h'],
    [5.59, 'seconds', '5.59 s'],
    [61.2, 'points', '61.20'],
    [Number.NaN, 'hours', '-'],
  ] as const)('%d as %s reads %s', (value, unit, text) => {
    expect(numberText(value, unit)).toBe(text);
  });

  it('carries its sign where it is a difference', () => {
    expect([signedText(0.01, 'share'), signedText(-2, 'points')]).toEqual(['+1.00 %', '-2.00']);
  });
});

describe('the command that makes a result again', () => {
  it('names what was asked and leaves out what changes no result', () => {
    const args = [
      'beijing-day',
      '--workers',
      '2',
      '--lang=zh',
      '--out',
      'x',
      '--vary',
      'a.b=1,2 3',
      '--seed',
      '7',
    ];

    expect(replayCommand('sweep', args)).toBe("npm run sim -- sweep beijing-day --vary 'a.b=1,2 3' --seed 7");
  });
});

describe('progress without a terminal', () => {
  it('says each tenth once, with the time left', () => {
    let now = 0;
    const lab = testLab({ clock: { now: () => now } });
    const progress = openProgress(lab);

    progress.start(4);
    for (const [at, done] of [
      [1_000, 0.1],
      [2_000, 1],
      [2_100, 1.05],
      [8_000, 4],
    ] as const) {
      now = at;
      progress.done(done);
    }

    expect(lab.errors).toEqual(['20%: 1 of 4 replications, 6 s left', '100%: 4 of 4 replications, 0 s left']);
  });
});
