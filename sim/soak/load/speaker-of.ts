import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import type { Role } from '../../../infra/local/roles.ts';
import { type Speaker, subjectOf } from '../../live/service-client.ts';

/** The role in which somebody of a unit, the platform or the operator signs in at the host's own issuer. */
export function speakerOf({ hotline, unit }: Caller, { units }: Rules): Speaker {
  if (unit === undefined) return { role: hotline ? 'platform' : 'operator' };
  const kind = units.kinds[units.byCode.get(unit) ?? -1];
  const role: Role = kind === 'city' || kind === 'district' ? kind : 'unit';
  return { role, unit };
}

/** The caller that the service then sees. */
export const callerOf = (speaker: Speaker): Caller => ({
  subject: subjectOf(speaker),
  hotline: speaker.role === 'platform',
  ...(speaker.unit === undefined ? {} : { unit: speaker.unit }),
});
