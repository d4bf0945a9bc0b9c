import * as z from 'zod';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { key, title } from './titled.ts';

const kinds = z.array(z.enum(unitKinds)).min(1);

/** A power given to the street (赋权), such as 考评建议 or 规划参与: who may use it, and towards whom. */
const power = z.strictObject({
  title,
  users: sourced(kinds),
  towards: sourced(kinds),
});

/** Powers by key. */
export const powerPolicy = z.record(key, power);

export type PowerPolicy = z.infer<typeof powerPolicy>;
