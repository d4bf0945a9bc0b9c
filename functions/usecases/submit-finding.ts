import * as z from 'zod';
import { err, type Result } from '../core/result.ts';
import { isOwnArea, territoryOf } from '../core/rules/own-area.ts';
import { noUnit } from '../core/rules/unit-table.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { LinkError } from './early/patrols/link-round.ts';
import type { Invalid, SubmitError } from './errors.ts';
import { findingSource } from './finding-source.ts';
import { placeOfSubmission } from './read-submission.ts';
import { findingRound, submissionFields } from './submission.ts';
import { type Submitted, submitTicket } from './submit-ticket.ts';

/** Matters that no citizen brought up: a patrol finding (巡查), a project (项目), a service matter (政务服务事项). */
const findingKinds = ['patrol', 'project', 'service'] as const;

/**
 * What a unit's own staff found or took up (主动发现): street chiefs, grid workers, communities, bureaus, alliances. It has
 * no citizen and so no contact and no tier by the platform; its source is the unit itself.
 */
export const finding = submissionFields
  .omit({ source: true, kind: true, tier: true, contact: true, answeredOnTheSpot: true })
  .extend({ kind: z.enum(findingKinds), round: findingRound.optional() });

export type Finding = z.infer<typeof finding>;

/**
 * Takes in a finding of the caller's unit, in its own area: where it lies, or below it. Without a place it is where the
 * unit is. Idempotent on the unit and its key, as requests of citizens are. One that names a patrol round (巡查) is counted there.
 */
export async function submitFinding(
  deps: Deps,
  body: Finding,
  caller: Caller,
): Promise<Result<Submitted, SubmitError | LinkError>> {
  const { units } = deps.city.rules;
  const unit = caller.unit === undefined ? undefined : units.byCode.get(caller.unit);
  if (unit === undefined) return err({ code: 'FORBIDDEN' });
  const code = units.codes[unit]!;
  const place = body.place ?? { unitCode: units.codes[territoryOf(units, unit)]! };
  const found = placeOfSubmission(place, deps.city);
  if (!found.ok) return found;
  if (found.value === noUnit) return err(placeless);
  if (!isOwnArea(units, unit, found.value)) return err({ code: 'FORBIDDEN' });
  const submission = { ...body, source: findingSource(code), place };
  const { linkRound } = await import('./early/patrols/link-round.ts');
  const linked = await linkRound(deps, submission, caller);
  if (!linked.ok) return linked;
  const submitted = await submitTicket(deps, submission, caller);
  if (!submitted.ok && submitted.error.code === 'CONFLICT') {
    const { unlinkRound } = await import('./early/patrols/unlink-round.ts');
    await unlinkRound(deps, submission);
  }
  return submitted;
}

const placeless: Invalid = {
  code: 'INVALID',
  field: 'place',
  reason: 'a finding lies in a subdistrict or district',
};
