import type { City } from '../city.ts';
import type { HelpMeasure } from '../help/help.ts';
import type { SeatMeasure } from '../seats/seat-tallies.ts';
import type { SkillMeasure } from '../skills/skill-tallies.ts';

type PartMeasure = SkillMeasure | HelpMeasure | SeatMeasure;

/** The measures of the parts; those of a part that is not switched on are NaN. */
export const partMeasures = ({ skills, help, seats }: City): Readonly<Record<PartMeasure, number>> => ({
  ...unknown,
  ...skills?.measures(),
  ...help?.measures(),
  ...seats?.measures(),
});

const unknown: Readonly<Record<PartMeasure, number>> = {
  skillHeldShare: Number.NaN,
  helpParts: Number.NaN,
  helpWaitHours: Number.NaN,
  helpLateShare: Number.NaN,
  heldForHelpShare: Number.NaN,
  callsOffered: Number.NaN,
  answeredInTimeShare: Number.NaN,
  abandonedShare: Number.NaN,
  callsLost: Number.NaN,
  meanAnswerSeconds: Number.NaN,
  seatUtilisation: Number.NaN,
};
