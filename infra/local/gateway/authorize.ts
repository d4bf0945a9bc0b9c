import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Route } from './routes.ts';
import type { VerifyToken } from './verify-token.ts';

/** Who calls, as the function sees it: verified claims, all of them strings. */
export interface JwtIdentity {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** A refusal of the gateway, with the header it explains itself by. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly wwwAuthenticate: string;
}

/** Lets a request pass whose bearer token is valid and carries at least one of the route's scopes. */
export async function authorize(props: {
  authorization: NonNullable<Route['authorization']>;
  header: string | undefined;
  verify: VerifyToken;
}): Promise<Result<JwtIdentity, Refusal>> {
  if (!props.header) return err({ status: 401, wwwAuthenticate: 'Bearer' });
  const verified = await props.verify(props.header.replace(/^bearer /i, ''));
  if (!verified.ok) {
    const reason = `Bearer scope="" error="invalid_token" error_description="${verified.error}"`;
    return err({ status: 401, wwwAuthenticate: reason });
  }
  const claims = verified.value;
  const carried = [claims.scope ?? claims.scp ?? []].flat().flatMap((entry) => String(entry).split(' '));
  const { scopes } = props.authorization;
  if (scopes.length > 0 && !scopes.some((scope) => carried.includes(scope))) {
    const reason = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`;
    return err({ status: 403, wwwAuthenticate: reason });
  }
  const asText = Object.entries(claims).map(([name, value]) => [name, claimText(value)]);
  return ok({ claims: Object.fromEntries(asText), scopes: scopes.length > 0 ? scopes : null });
}

/** The gateway hands every claim over as text; a list is in brackets, parted by blanks. */
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};
