import * as z from 'zod';
import type { CoverageRow } from '../../core/early/patrol/coverage.ts';
import { type PatrolRound, type PatrolState, roundStatuses } from '../../core/early/patrol/patrol-state.ts';
import { instantText } from '../../core/instant-text.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { when } from '../../core/when.ts';
import type { UnitNames } from '../../usecases/boards/unit-names.ts';
import type { RouteMonth } from '../../usecases/early/patrols/read-routes.ts';
import { showUndertakingEntry, undertakingEntry } from './undertaking-views.ts';

const named = z.object({ zh: z.string(), en: z.string().optional() });

const roundView = z.object({
  rhythm: z.string(),
  period: z.string(),
  opensAt: when,
  dueBy: when,
  status: z.enum(roundStatuses),
  endedAt: when.optional(),
  stops: z.array(z.int()),
  findings: z.array(z.string()),
});

/** A month of a route. */
export const routeRow = z.object({
  routeId: z.string(),
  month: z.string(),
  status: z.string(),
  role: z.string(),
  roleName: named.optional(),
  street: named,
  unitCode: z.string(),
  subdistrictCode: z.string(),
  chief: z.object({ name: z.string(), phone: z.string().optional() }),
  stops: z.array(z.string()),
  from: z.iso.date(),
  retiredAt: when.optional(),
});

export const routeView = routeRow.extend({ rounds: z.array(roundView), history: z.array(undertakingEntry) });

/** Who answers for a street, as its board says it. */
export const chiefRow = z.object({
  street: named,
  unitCode: z.string(),
  unitName: named.optional(),
  role: z.string(),
  roleName: named.optional(),
  name: z.string(),
  phone: z.string().optional(),
  rhythms: z.array(z.object({ key: z.string(), title: named })),
});

export const coverageRow = z.object({
  unitCode: z.string(),
  role: z.string(),
  rhythm: z.string(),
  routes: z.int(),
  due: z.int(),
  done: z.int(),
  missed: z.int(),
  open: z.int(),
  calledOff: z.int(),
  findings: z.int(),
  stops: z.int(),
  stopsCovered: z.int(),
});

const roleName = ({ early }: Rules, role: string) => {
  const title = early.patrol?.roles.get(role)?.title;
  return title === undefined ? {} : { roleName: title };
};

export const showRouteRow =
  (rules: Rules) =>
  ({ state: { route, month, retiredAt }, record }: RouteMonth): z.infer<typeof routeRow> => {
    const { routeId, role, street, owner, subdistrict, chief, stops, fromAt } = route;
    return {
      routeId,
      month,
      status: record.status,
      role,
      ...roleName(rules, role),
      street,
      unitCode: owner,
      subdistrictCode: subdistrict,
      chief,
      stops,
      from: instantText(fromAt, rules.utcOffsetMs).slice(0, 10),
      ...(retiredAt === undefined ? {} : { retiredAt: instantText(retiredAt, rules.utcOffsetMs) }),
    };
  };

export const showRoute =
  (rules: Rules) =>
  (month: RouteMonth): z.infer<typeof routeView> => ({
    ...showRouteRow(rules)(month),
    rounds: month.state.rounds.map((round) => showRound(round, rules)),
    history: month.record.history.map(showUndertakingEntry(rules.utcOffsetMs)),
  });

function showRound({ endedAt, ...round }: PatrolRound, { utcOffsetMs }: Rules): z.infer<typeof roundView> {
  return {
    ...round,
    opensAt: instantText(round.opensAt, utcOffsetMs),
    dueBy: instantText(round.dueBy, utcOffsetMs),
    ...(endedAt === undefined ? {} : { endedAt: instantText(endedAt, utcOffsetMs) }),
  };
}

export const showChief =
  (rules: Rules, names: UnitNames) =>
  ({ route: { street, owner, role, chief } }: PatrolState): z.infer<typeof chiefRow> => {
    const unitName = names.get(owner);
    const rhythms = rules.early.patrol?.roles.get(role)?.rhythms ?? [];
    return {
      street,
      unitCode: owner,
      ...(unitName === undefined ? {} : { unitName }),
      role,
      ...roleName(rules, role),
      ...chief,
      rhythms: rhythms.map(({ key, title }) => ({ key, title })),
    };
  };

/** A row of the report on coverage as the API shows it. */
export const showCoverage = ({ owner, ...row }: CoverageRow): z.infer<typeof coverageRow> => ({
  unitCode: owner,
  ...row,
});
