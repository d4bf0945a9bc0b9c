import { describe, expect, it } from 'vitest';
import { patternProblem, timeFormat } from '../../../sim/fit/mapping/time-format.ts';

describe('a time pattern', () => {
  it.each([
    ['MM/DD/YYYY hh:mm:ss AM', '04/12/2018 11:11:26 PM', '2018-04-12T23:11:26.000Z'],
    ['MM/DD/YYYY hh:mm:ss AM', '04/12/2018 12:00:00 AM', '2018-04-12T00:00:00.000Z'],
    ['YYYY-MM-DDTHH:mm:ss.SSS', '2026-04-11T23:28:40.250', '2026-04-11T23:28:40.250Z'],
    ['YYYY年MM月DD日 HH:mm', '2024年2月29日 8:05', '2024-02-29T08:05:00.000Z'],
    ['YYYY/MM/DD', '2024/12/31', '2024-12-31T00:00:00.000Z'],
  ])('%s reads %s', (pattern, text, instant) => {
    expect(new Date(timeFormat(pattern)(text)!).toISOString()).toBe(instant);
  });

  it.each([
    ['YYYY-MM-DD HH:MM:ss', 'has MM twice (months are MM, minutes mm)'],
    ['YYYY-MM HH:mm', 'has no DD: a pattern such as YYYY-MM-DD HH:mm:ss is needed'],
    ['yyyy/MM/DD', 'has no YYYY: a pattern such as YYYY-MM-DD HH:mm:ss is needed'],
    ['YYYY-MM-DD HH hh AM', 'has HH and hh: one of them is the hour'],
    ['YYYY-MM-DD hh:mm', 'needs hh and AM together: an hour of 24 is HH'],
    ['YYYY-MM-DD HH:mm AM', 'needs hh and AM together: an hour of 24 is HH'],
    ['YYYY年MM月DD日 HH:mm', undefined],
    ['MM/DD/YYYY hh:mm:ss.SSS AM', undefined],
  ])('%s is refused where it is none', (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem);
  });

  it.each([
    ['MM/DD/YYYY hh:mm:ss AM', '13/12/2018 11:11:26 PM'],
    ['MM/DD/YYYY hh:mm:ss AM', '04/12/2018 13:11:26 PM'],
    ['YYYY-MM-DD', '2023-02-29'],
    ['YYYY-MM-DD', '2023-02-29 10:00'],
    ['YYYY-MM-DD HH:mm', '2023-02-28 24:00'],
    ['YYYY-MM-DD HH:mm', '2023-02-28 10:60'],
    ['YYYY.MM.DD', '2023-02-28'],
  ])('%s refuses %s', (pattern, text) => {
    expect(timeFormat(pattern)(text)).toBeUndefined();
  });
});
