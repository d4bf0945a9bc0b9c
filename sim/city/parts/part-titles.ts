import { helpTitles } from '../help/help-titles.ts';
import { seatTitles } from '../seats/seat-titles.ts';
import { skillTitles } from '../skills/skill-titles.ts';
import type { PartName, PartTitles } from './part-result.ts';

/** How each part of the model is shown. */
export const partTitles: Readonly<Record<PartName, PartTitles>> = {
  skills: skillTitles,
  help: helpTitles,
  seats: seatTitles,
};
