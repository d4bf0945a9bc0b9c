import type { PatrolRound, PatrolState } from './patrol-state.ts';

/** How well the rounds of one rhythm were walked by one unit in a period. */
export interface CoverageRow {
  readonly owner: string;
  readonly role: string;
  readonly rhythm: string;
  readonly routes: number;
  /** Rounds of the period: `done + missed + open + calledOff`. */
  readonly due: number;
  readonly done: number;
  readonly missed: number;
  /** Rounds whose limit has not passed. */
  readonly open: number;
  readonly calledOff: number;
  readonly findings: number;
  /** Stops of the routes, and those of them that a round of this rhythm visited at least once. */
  readonly stops: number;
  readonly stopsCovered: number;
}

/**
 * The coverage (巡查覆盖) of the routes that `months` are of, by unit, role and rhythm, sorted by these. Several months of a route
 * count their rounds together and its stops once.
 */
export function coverageOf(months: readonly PatrolState[]): CoverageRow[] {
  const groups = new Map<string, Group>();
  for (const { route, rounds } of months) {
    for (const round of rounds) {
      const key = JSON.stringify([route.owner, route.role, round.rhythm]);
      const group: Group = groups.get(key) ?? {
        owner: route.owner,
        role: route.role,
        rounds: [],
        routes: new Map(),
      };
      groups.set(key, group);
      group.rounds.push(round);
      const of = group.routes.get(route.routeId) ?? { stops: route.stops.length, visited: new Set<number>() };
      group.routes.set(route.routeId, of);
      for (const stop of round.stops) of.visited.add(stop);
    }
  }
  const keys = [...groups.keys()].toSorted();
  return keys.map((key) => rowOf(groups.get(key)!));
}

interface Group {
  readonly owner: string;
  readonly role: string;
  readonly rounds: PatrolRound[];
  readonly routes: Map<string, { readonly stops: number; readonly visited: Set<number> }>;
}

function rowOf({ owner, role, rounds, routes }: Group): CoverageRow {
  const count = (status: PatrolRound['status']) => rounds.filter((round) => round.status === status).length;
  const walked = [...routes.values()];
  return {
    owner,
    role,
    rhythm: rounds[0]!.rhythm,
    routes: routes.size,
    due: rounds.length,
    done: count('done'),
    missed: count('missed'),
    open: count('due'),
    calledOff: count('void'),
    findings: rounds.reduce((sum, { findings }) => sum + findings.length, 0),
    stops: walked.reduce((sum, { stops }) => sum + stops, 0),
    stopsCovered: walked.reduce((sum, { visited }) => sum + visited.size, 0),
  };
}
