import { dayMs, hourMs, minuteMs, secondMs } from '../core/time.ts';
import type { Language } from './text.ts';

/** The rules whose limit is a length in milliseconds; that of every other one is a number of times. */
const lengths: ReadonlySet<string> = new Set([
  'dispute.window',
  'early.topic.milestones.extensionMax',
  'handling.extension.shareMax',
]);

const units = [
  [dayMs, { zh: '天', en: 'd' }],
  [hourMs, { zh: '小时', en: 'h' }],
  [minuteMs, { zh: '分钟', en: 'min' }],
  [secondMs, { zh: '秒', en: 's' }],
] as const;

/** A rule's limit as one says it: a length in days, hours and minutes (`1 d 12 h`), anything else as its number. */
export function limitIn(language: Language, rule: string, limit: number): string {
  if (!lengths.has(rule)) return String(limit);
  let rest = limit;
  const parts = units.flatMap(([unitMs, name]) => {
    const count = Math.floor(rest / unitMs);
    rest -= count * unitMs;
    return count === 0 ? [] : [`${count} ${name[language]}`];
  });
  return parts.length === 0 ? `0 ${units[3][1][language]}` : parts.join(' ');
}
