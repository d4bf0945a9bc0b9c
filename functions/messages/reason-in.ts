import { reasonMessages } from './reason-messages.ts';
import type { Language } from './text.ts';

type Pattern = { readonly english: RegExp; readonly zh: string };

const brace = /\{\w+\}/g;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The reasons with facts in them, as patterns whose groups are the facts in order. */
const patterns: readonly Pattern[] = Object.entries(reasonMessages)
  .filter(([en]) => en.match(brace) !== null)
  .map(([en, zh]) => ({ english: new RegExp(`^${en.split(brace).map(escaped).join('(.+)')}$`, 'u'), zh }));

/** A reason in the reader's language. One we have no Chinese for, such as a library's own, stays as it is. */
export function reasonIn(language: Language, reason: string): string {
  if (language === 'en') return reason;
  if (Object.hasOwn(reasonMessages, reason)) return reasonMessages[reason]!;
  for (const { english, zh } of patterns) {
    const facts = english.exec(reason)?.slice(1);
    if (facts !== undefined) return zh.replace(brace, () => facts.shift() ?? '');
  }
  return reason;
}
