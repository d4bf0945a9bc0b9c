import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const powers = ['appraisal-advice', 'planning', 'coordination', 'livelihood-projects', 'awards'] as const;

/** A power of the street (五项权力) used towards a department; now and then by or towards somebody of another kind. */
export const newPowerUse = ({ n, a, b, who, pick }: Op): Wanted => ({
  operationId: 'usePower',
  caller: staffOf(who % 6 === 0 ? 'fangshan-police' : 'daanshan'),
  key: `power-${n}`,
  path: { power: oneOf(powers, pick)! },
  body: {
    unitCode: b % 8 === 0 ? 'daanshan' : oneOf(['police', 'transport', 'urban'] as const, a)!,
    text: privateText(n),
  },
});
