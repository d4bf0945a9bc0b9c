import type { Walk } from './walk.ts';
import { jinhaihu } from './walks/01-jinhaihu.ts';
import { threeWhistles } from './walks/02-three-whistles.ts';
import { jointCentre } from './walks/03-joint-centre.ts';
import { dutyList } from './walks/04-duty-list.ts';
import { streetPatrols } from './walks/05-street-patrols.ts';
import { gradedHandling } from './walks/06-graded-handling.ts';
import { haidian } from './walks/07-haidian.ts';
import { doubleReporting } from './walks/08-double-reporting.ts';
import { firstReceiver } from './walks/09-first-receiver.ts';
import { fourTiers } from './walks/10-four-tiers.ts';
import { threeRates } from './walks/11-three-rates.ts';
import { departmentAndTrade } from './walks/12-department-and-trade.ts';
import { monthlyTopics } from './walks/13-monthly-topics.ts';
import { matters } from './walks/14-matters.ts';
import { xStructure } from './walks/15-x-structure.ts';
import { panlong } from './walks/16-panlong.ts';
import { daan } from './walks/17-daan.ts';
import { gridBranches } from './walks/18-grid-branches.ts';
import { dongchengBacklog } from './walks/19-dongcheng-backlog.ts';
import { phases } from './walks/20-phases.ts';

/** Every walk, by the number of its system. */
export const walks: readonly Walk[] = [
  jinhaihu,
  threeWhistles,
  jointCentre,
  dutyList,
  streetPatrols,
  gradedHandling,
  haidian,
  doubleReporting,
  firstReceiver,
  fourTiers,
  threeRates,
  departmentAndTrade,
  monthlyTopics,
  matters,
  xStructure,
  panlong,
  daan,
  gridBranches,
  dongchengBacklog,
  phases,
];
