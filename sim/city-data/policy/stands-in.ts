import type { PackChain } from './pack-chain.ts';

/** A value of a resolved pack as it is written, and the pack it is written in. */
type Standing = { readonly pack: string; readonly value: unknown };

/** Finds the value at `path` (`tiers.general.limit`) in the topmost pack that has it; undefined where none does. */
export const standsIn = ({ packs }: PackChain, path: string): Standing | undefined => {
  const parts = path.split('.');
  for (const [pack, content] of packs) {
    const value = parts.reduce<unknown>(
      (at, part) => (isContent(at) && Object.hasOwn(at, part) ? at[part] : undefined),
      content,
    );
    if (value !== undefined) return { pack, value };
  }
  return undefined;
};

const isContent = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
