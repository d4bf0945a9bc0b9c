import * as z from 'zod';
import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import type { Text } from '../../../functions/messages/text.ts';

type Content = Readonly<Record<string, unknown>>;

/** A pack as it is written, laid on the packs it extends: values keep their text (`PT2H`) and their provenance. */
export interface MergedPack {
  readonly content: Content;
  readonly whistleTitle: (kind: string) => Text | undefined;
  /** Titles of the boards' groups and classes, by key. */
  readonly labels: Readonly<Record<string, Text>>;
}

/** Lays a city's pack on its bases, as `resolvePolicy` does, but leaves every value as it is written. */
export function mergedPack({ packs, pack }: Pick<CitySources, 'packs' | 'pack'>): MergedPack {
  let content: Content = {};
  for (const id of chainOf(packs, pack).reverse()) content = merge(content, packs[id] as Content);
  const kinds = titlesIn(content.whistleKinds);
  return { content, whistleTitle: (kind) => kinds[kind], labels: titlesIn(content.score) };
}

const title = z.object({ zh: z.string(), en: z.string() });

/** Every `title` below a part of a pack, by the key of what carries it. */
function titlesIn(part: unknown): Record<string, Text> {
  const titles: Record<string, Text> = {};
  const visit = (at: unknown, key: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    const record = at as Content;
    const found = title.safeParse(record.title);
    const name = typeof record.key === 'string' ? record.key : key;
    // Boards that come later may call the same group otherwise: the first, the month's, gives it its name.
    if (found.success && typeof name === 'string') titles[name] ??= found.data;
    for (const [below, value] of Object.entries(record)) visit(value, below);
  };
  visit(part, undefined);
  return titles;
}

/** The ids of a pack and of those it rests on, the pack first. */
function chainOf(packs: CitySources['packs'], pack: string): string[] {
  const chain: string[] = [];
  let next: unknown = pack;
  while (typeof next === 'string' && Object.hasOwn(packs, next) && !chain.includes(next)) {
    chain.push(next);
    next = (packs[next] as Content).extends;
  }
  return chain;
}

function merge(base: Content, overlay: Content): Content {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    const below = merged.get(key);
    if (value === null) merged.delete(key);
    else if (isContent(below) && isContent(value) && !Object.hasOwn(value, 'value')) {
      merged.set(key, merge(below, value));
    } else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

export const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
