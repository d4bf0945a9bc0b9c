import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Route } from './routes.ts';

/** A route with the values of its path parameters. */
export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const isParameter = (segment: string) => segment.startsWith('{');

/** More literal segments first, and literal ones earlier: the most specific route wins. */
const byLiteralsFirst = (one: Route, other: Route): number => {
  for (const [index, segment] of one.segments.entries()) {
    const difference = Number(isParameter(segment)) - Number(isParameter(other.segments[index] ?? ''));
    if (difference !== 0) return difference;
  }
  return 0;
};

/**
 * Finds the route of a request as the gateway does.
 *
 * @param path as it came, percent-encoded, without the query
 * @returns the match, `NOT_FOUND`, or `BAD_ENCODING` for a parameter that is no valid percent-encoding
 */
export function matchRoute(
  routes: readonly Route[],
  request: { method: string; path: string },
): Result<RouteMatch, { code: 'NOT_FOUND' | 'BAD_ENCODING' }> {
  const given = request.path.split('/').slice(1);
  const [route] = routes
    .filter(({ method, segments }) => method === request.method && fits(segments, given))
    .sort(byLiteralsFirst);
  if (route === undefined) return err({ code: 'NOT_FOUND' });
  try {
    const parameters = route.segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decodeURIComponent(given[index] ?? '')]] : [],
    );
    return ok({ route, pathParameters: Object.fromEntries(parameters) });
  } catch {
    return err({ code: 'BAD_ENCODING' });
  }
}

const fits = (segments: readonly string[], given: readonly string[]): boolean =>
  segments.length === given.length &&
  segments.every((segment, index) => (isParameter(segment) ? given[index] !== '' : segment === given[index]));
