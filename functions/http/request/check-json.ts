import type { FieldMessage } from '../../messages/field-messages.ts';

/** A field at fault and which message says why. */
export type FieldFault = { readonly field: string; readonly why: FieldMessage };

/** Bodies nest this deep at most; ours nest three levels. */
const depthMax = 32;

/** Keys that reach an object's prototype in careless code. No field of ours has such a name. */
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no value in a request may be, whatever its schema: nested beyond sense, named like a prototype, or text that
 * cannot be stored and sent on as UTF-8 (a lone surrogate, a NUL). Names the first field at fault.
 */
export function checkJson(root: unknown): FieldFault | undefined {
  const pending: { readonly value: unknown; readonly field: string; readonly depth: number }[] = [
    { value: root, field: '', depth: 0 },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, field, depth } = next;
    if (typeof value === 'string') {
      const why = textFault(value);
      if (why !== undefined) return { field, why };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth === depthMax) return { field, why: 'tooDeep' };
    for (const [key, child] of Object.entries(value).reverse()) {
      if (poisonous.has(key)) return { field: join(field, key), why: 'poisonous' };
      const why = textFault(key);
      if (why !== undefined) return { field: join(field, key), why };
      pending.push({ value: child, field: join(field, key), depth: depth + 1 });
    }
  }
  return undefined;
}

/** Why a text cannot be taken, if so. */
function textFault(text: string): FieldMessage | undefined {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? undefined : 'loneSurrogate';
}

const fieldLengthMax = 200;

/** A field's path, cut where a client nests or names beyond sense. */
export const join = (field: string, key: string): string =>
  (field === '' ? key : `${field}.${key}`).slice(0, fieldLengthMax).toWellFormed();
