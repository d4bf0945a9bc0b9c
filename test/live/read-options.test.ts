import { expect, it } from 'vitest';
import { readOptions } from '../../sim/live/read-options.ts';

const options = { speed: { shows: 'pace', fallback: 60, min: 1, max: 100 } } as const;

it('takes the numbers given and the defaults of the others', () => {
  expect(readOptions(options, [])).toEqual({ ok: true, value: { speed: 60 } });
  expect(readOptions(options, ['--speed', '7'])).toEqual({ ok: true, value: { speed: 7 } });
});

it.each([['0'], ['101'], ['1.5'], ['fast'], ['-3']])('names the option for which %s is no number', (text) => {
  const read = readOptions(options, [`--speed=${text}`]);

  expect(read).toEqual({
    ok: false,
    error: `--speed takes a whole number from 1 to 100, not "${text}"`,
  });
});

it('names an option it does not know', () => {
  expect(readOptions(options, ['--sped', '7'])).toMatchObject({
    ok: false,
    error: expect.stringContaining('--sped'),
  });
});
