import * as z from 'zod';
import { ownUnitCode } from '../core/directory/unit-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Caller } from '../usecases/caller.ts';
import type { ApiError } from './error-code.ts';
import type { HttpEvent } from './request/http-event.ts';
import type { Scope } from './scopes.ts';

/** The value of the claim `role` that makes a token the hotline platform's own. */
const platformRole = 'platform';

/** What a token says that the service acts on. The gateway hands lists over as `[a b]`. */
const claims = z.object({
  sub: z.string().min(1).max(200),
  scope: z.string().max(2_000).optional(),
  scp: z.string().max(2_000).optional(),
  role: z.string().max(40).optional(),
  unit: ownUnitCode.optional(),
});

/** Nobody in particular, on open routes. */
const anybody: Caller = { subject: 'anybody', hotline: false };

const challenge = { 'www-authenticate': 'Bearer' };

/**
 * Who asks, by the claims the gateway's authoriser has verified, if the token has one of the scopes. The gateway checks
 * the scopes first; a route deployed without its authoriser is refused here. Null scopes: open to everybody.
 */
export function readCaller(event: HttpEvent, scope: readonly Scope[] | null): Result<Caller, ApiError> {
  if (scope === null) return ok(anybody);
  const parsed = claims.safeParse(event.requestContext.authorizer?.jwt?.claims);
  if (!parsed.success) return err({ code: 'NOT_AUTHENTICATED', headers: challenge });
  const { sub, role, unit, scope: scopeClaim, scp } = parsed.data;
  const carried = (scopeClaim ?? scp ?? '').replace(/^\[|\]$/g, '').split(' ');
  if (!scope.some((wanted) => carried.includes(wanted))) {
    const headers = {
      'www-authenticate': `Bearer error="insufficient_scope", scope="${scope.join(' ')}"`,
    };
    return err({ code: 'MISSING_SCOPE', scopes: scope, headers });
  }
  return ok({ subject: sub, hotline: role === platformRole, ...(unit === undefined ? {} : { unit }) });
}
