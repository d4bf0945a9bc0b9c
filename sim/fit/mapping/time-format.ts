import { dayMs, type EpochMs, hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
  SSS: '(?<milli>\\d{1,6})',
  AM: '(?<half>AM|PM)',
};

const tokenPattern = /(YYYY|MM|DD|HH|hh|mm|SSS|ss|AM)/;

/** What is wrong with a pattern: it must name a day, and every part of a time once at most. Undefined if nothing is. */
export function patternProblem(pattern: string): string | undefined {
  const parts = pattern.split(tokenPattern).filter((part) => Object.hasOwn(tokens, part));
  const has = (token: string) => parts.includes(token);
  const twice = parts.find((part, i) => parts.indexOf(part) !== i);
  const missing = ['YYYY', 'MM', 'DD'].find((token) => !has(token));
  if (twice !== undefined) return `has ${twice} twice (months are MM, minutes mm)`;
  if (missing !== undefined) return `has no ${missing}: a pattern such as YYYY-MM-DD HH:mm:ss is needed`;
  if (has('HH') && has('hh')) return 'has HH and hh: one of them is the hour';
  return has('hh') === has('AM') ? undefined : 'needs hh and AM together: an hour of 24 is HH';
}

/**
 * Compiles a wall-clock pattern such as `MM/DD/YYYY hh:mm:ss AM`, `YYYY-MM-DD HH:mm` or `YYYY年MM月DD日` into a reader that
 * returns milliseconds since 1970 as if the wall clock were UTC, or undefined if the text is no such time (02/30 is
 * none). Everything but the tokens YYYY MM DD HH hh mm ss SSS AM stands for itself.
 */
export function timeFormat(pattern: string): (text: string) => EpochMs | undefined {
  const source = pattern
    .split(tokenPattern)
    .map((part) => tokens[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  const expression = new RegExp(`^${source}$`);
  return (text) => {
    const parts = expression.exec(text)?.groups;
    return parts === undefined ? undefined : wallTime(parts);
  };
}

function wallTime(parts: Readonly<Record<string, string | undefined>>): EpochMs | undefined {
  const number = (name: string) => Number(parts[name] ?? 0);
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const midnight = Date.UTC(year, month - 1, day);
  const isDay = new Date(midnight).getUTCMonth() === month - 1 && day >= 1 && day <= 31;
  const hour = hourOf(number('hour'), parts.half);
  if (!isDay || hour === undefined || number('minute') > 59 || number('second') > 59) return undefined;
  const milli = Math.floor(Number(`0.${parts.milli ?? '0'}`) * secondMs);
  return midnight + hour * hourMs + number('minute') * minuteMs + number('second') * secondMs + milli;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < dayMs / hourMs ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'PM' ? 12 : 0);
}
