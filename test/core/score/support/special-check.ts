import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../../../functions/policies/daan.json');
const { score } = JSON.parse(readFileSync(file, 'utf8')) as { readonly score: { readonly special: object } };

/** The special check of 大安 as its pack says it. */
export const specialCheck = { special: score.special };
