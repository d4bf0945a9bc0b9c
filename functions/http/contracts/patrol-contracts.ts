import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { roundName } from '../../core/early/patrol/patrol-command.ts';
import { stopsMax } from '../../core/early/patrol/patrol-state.ts';
import { publicChief, routeRequest } from '../../usecases/early/patrols/open-route.ts';
import { routeIdPattern } from '../../usecases/early/patrols/patrol-id.ts';
import type { ErrorCode } from '../error-code.ts';
import type { Contract } from './contract.ts';
import { month, pageQuery } from './parameters.ts';
import { chiefRow, coverageRow, routeRow, routeView } from './patrol-views.ts';

const routeId = z
  .string()
  .regex(routeIdPattern, 'a route’s id has 32 lower-case hexadecimal digits')
  .meta({ description: '巡查路线编号 / id of a patrol route' });
const area = unitCode.meta({
  description: '社区、网格、街乡或区 / community, grid, subdistrict or district',
});

const path = z.strictObject({ routeId });
const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), cursor: z.string().optional() });
const refusals = ['NOT_FOUND', 'FORBIDDEN', 'OUT_OF_TURN', 'CONFLICT', 'CAPACITY'] as const;

const change = <Body extends z.ZodType>(body: Body, more: readonly ErrorCode[] = []) =>
  ({
    path,
    body,
    answers: { 200: routeView },
    refusals: [...refusals, ...more],
    idempotencyKey: true,
  }) as const satisfies Contract;

/** Patrols (巡查): routes and their rounds, who walks them, and how well they are walked. */
export const patrolContracts = {
  openPatrolRoute: {
    body: routeRequest,
    answers: { 200: routeView, 201: routeView },
    refusals: ['FORBIDDEN', 'INVALID', 'UNKNOWN_UNIT', 'NOT_IN_REMIT', 'CONFLICT', 'CALENDAR_COVERAGE'],
    idempotencyKey: true,
  },
  listPatrolRoutes: {
    query: z.strictObject({ area, month, ...pageQuery }),
    answers: { 200: page(routeRow) },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  readPatrolRoute: {
    path,
    query: z.strictObject({ month: month.optional() }),
    answers: { 200: routeView },
    refusals: ['NOT_FOUND'],
  },
  recordPatrolRound: change(
    z.strictObject({
      ...roundName,
      /** Numbers of the stops visited, from 0. */
      stops: z
        .array(
          z
            .int()
            .min(0)
            .max(stopsMax - 1),
        )
        .max(stopsMax),
    }),
    ['INVALID'],
  ),
  namePatrolChief: change(publicChief),
  retirePatrolRoute: change(z.strictObject({})),
  listStreetChiefs: {
    query: z.strictObject({ area, ...pageQuery }),
    answers: { 200: page(chiefRow) },
    refusals: ['UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  reportPatrolCoverage: {
    query: z.strictObject({
      area,
      from: month,
      until: month,
      format: z.enum(['json', 'csv']).default('json'),
    }),
    answers: { 200: z.object({ rows: z.array(coverageRow) }) },
    alsoCsv: true,
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'INVALID'],
  },
} as const satisfies Readonly<Record<string, Contract>>;
