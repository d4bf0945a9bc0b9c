import type { Language } from '../../messages/text.ts';

/** The language of an answer by `Accept-Language` (RFC 9110): the better rated of zh and en, Chinese by default. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const rated = new Map<string, number>();
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = range.split('-')[0] ?? '';
    const quality = parameters.map(
      (parameter) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1],
    );
    const rating = Number(quality.find((found) => found !== undefined) ?? 1);
    rated.set(language, Math.max(rated.get(language) ?? 0, rating));
  }
  const any = rated.get('*') ?? 0;
  return (rated.get('en') ?? 0) > (rated.get('zh') ?? any) ? 'en' : 'zh';
}
