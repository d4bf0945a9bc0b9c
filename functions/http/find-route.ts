import { err, ok, type Result } from '../core/result.ts';
import type { ApiError } from './error-code.ts';
import type { HttpEvent } from './request/http-event.ts';
import { type Route, routes } from './routes.ts';

/** A route and the values of the parameters in its path. */
export interface RouteMatch {
  readonly route: Route;
  readonly path: Readonly<Record<string, string | undefined>>;
}

const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));

/**
 * The route of a request. The gateway names it; where it does not (its default route, a method the path does not take)
 * the path is matched here, so that a wrong method is told the right ones. HEAD is answered as GET.
 */
export function findRoute(event: HttpEvent): Result<RouteMatch, ApiError> {
  const named = byKey.get(event.routeKey);
  if (named !== undefined) return ok({ route: named, path: event.pathParameters ?? {} });
  const matches = routes.flatMap((route) => {
    const path = matchPath(route.path, event.rawPath);
    return path === undefined ? [] : [{ route, path }];
  });
  if (matches.length === 0) return err({ code: 'NO_SUCH_ROUTE' });
  const { method } = event.requestContext.http;
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = matches.find(({ route }) => route.method === wanted);
  if (found !== undefined) return ok(found);
  const allowed = [...new Set(matches.map(({ route }) => route.method))];
  return err({ code: 'METHOD_NOT_ALLOWED', allowed, headers: { allow: allowed.join(', ') } });
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== value) return undefined;
    } else {
      const decoded = decode(value);
      if (decoded === undefined || decoded === '') return undefined;
      parameters[segment.slice(1, -1)] = decoded;
    }
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
