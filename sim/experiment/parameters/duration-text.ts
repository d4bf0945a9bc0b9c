import { type DurationMs, dayMs, hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';

/** A length as ISO 8601 text that packs take, to the second: `P7D`, `P1DT12H`, `PT90S` is `PT1M30S`. */
export function durationText(length: DurationMs): string {
  let left = Math.round(length / secondMs) * secondMs;
  const take = (unit: DurationMs) => {
    const count = Math.floor(left / unit);
    left -= count * unit;
    return count;
  };
  const [days, hours, minutes, seconds] = [take(dayMs), take(hourMs), take(minuteMs), take(secondMs)];
  const date = days === 0 ? '' : `${days}D`;
  const time = `${hours === 0 ? '' : `${hours}H`}${minutes === 0 ? '' : `${minutes}M`}${seconds === 0 ? '' : `${seconds}S`}`;
  return date === '' && time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}
