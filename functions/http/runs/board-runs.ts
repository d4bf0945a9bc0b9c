import { ok, type Result } from '../../core/result.ts';
import { askBoardJob, type BoardTask } from '../../usecases/boards/ask-board-job.ts';
import type { BoardDeps } from '../../usecases/boards/board-deps.ts';
import { casesOfNumber } from '../../usecases/boards/cases-of-number.ts';
import { compareBoards } from '../../usecases/boards/compare-boards.ts';
import { givePoints } from '../../usecases/boards/give-points.ts';
import { listRulings } from '../../usecases/boards/list-rulings.ts';
import { rateUnit } from '../../usecases/boards/rate-unit.ts';
import { ratingsOfUnit } from '../../usecases/boards/ratings-of-unit.ts';
import { listBoards, readBoard, readGroup, readRows } from '../../usecases/boards/read-board.ts';
import { readBoardJob } from '../../usecases/boards/read-board-job.ts';
import { readUnitNow, readUnitRow } from '../../usecases/boards/read-unit.ts';
import { ruleOnCase } from '../../usecases/boards/rule-on-case.ts';
import type { UnitNames } from '../../usecases/boards/unit-names.ts';
import { showBoard, showJob, showRuling, showUnitNow } from '../contracts/board-views.ts';
import { showLedgerEntry, showPage } from '../contracts/rows.ts';
import type { ApiError } from '../error-code.ts';
import { pageOf } from '../page-of.ts';
import type { Reply } from '../reply.ts';
import type { Input, Runs } from '../run.ts';

export interface BoardsApi extends BoardDeps {
  readonly names: UnitNames;
}

/** Boards: what is published, how it came about, and what is asked of them. */
export function boardRuns(deps: BoardsApi): Runs<'boards'> {
  const { utcOffsetMs } = deps.city.rules;
  const show = showBoard(utcOffsetMs);
  const ruled = showRuling(utcOffsetMs);
  return {
    listBoards: async ({ query }) =>
      answer(showPage(await listBoards(deps, query.kind, pageOf(query)), show)),
    readBoard: async ({ path, query, caller }) =>
      told(await readBoard(deps, choiceOf(path, query), caller), ({ content, pending, rulings }) => ({
        board: show(content),
        pending,
        rulings: rulings.map(ruled),
      })),
    listBoardVersions: async ({ path, query }) =>
      answer(showPage(await deps.boards.versions(path, pageOf(query)), show)),
    readBoardRows: async ({ path, query, caller }) => {
      const choice = { ...choiceOf(path, query), group: path.group };
      return told(await readRows(deps, choice, { page: pageOf(query), caller }), (rows) => rows);
    },
    exportBoard: async ({ path, query, caller }) => {
      const { group } = path;
      const read = await readGroup(deps, { ...choiceOf(path, query), group }, caller);
      return told(read, ({ content, rows }) => ({ board: show(content), group, rows }));
    },
    exportBoardCsv: async (input) => exportCsv(deps, input),
    compareBoards: async ({ path, query, caller }) => {
      const { group } = path;
      const after = choiceOf(path, query);
      const period = query.withPeriod ?? path.period;
      const before = choiceOf({ ...path, period }, { version: query.withVersion });
      const compared = await compareBoards(deps, { before, after, group }, caller);
      return told(compared, (found) => ({
        ...found,
        before: show(found.before),
        after: show(found.after),
      }));
    },
    readBoardUnit: async ({ path, query, caller }) => {
      const choice = { ...choiceOf(path, query), unit: path.unitCode };
      return told(await readUnitRow(deps, choice, caller), ({ content, group, row }) => ({
        board: show(content),
        group,
        row,
      }));
    },
    readUnitNow: async ({ path, caller }) => {
      const asked = { unit: path.unitCode, month: path.period };
      return told(await readUnitNow(deps, asked, caller), showUnitNow(utcOffsetMs));
    },
    listBoardCases: async ({ path, query, caller }) => {
      const { of, rate, answer: said } = query;
      const { version } = choiceOf(path, query);
      const number = { month: path.period, unit: path.unitCode, of, rate, answer: said };
      const asked = version === undefined ? number : { ...number, version };
      const page = pageOf(query);
      return told(await casesOfNumber(deps, asked, { page, caller }), (cases) =>
        showPage(cases, showLedgerEntry(utcOffsetMs)),
      );
    },
    listBoardRatings: async ({ path, query, caller }) => {
      const choice = { ...choiceOf(path, query), unit: path.unitCode };
      const read = await ratingsOfUnit(deps, choice, { page: pageOf(query), caller });
      return told(read, (ratings) => showPage(ratings, showLedgerEntry(utcOffsetMs)));
    },
    refreshBoard: (input) => ask(deps, input, { task: 'refresh' }),
    publishBoard: (input) => {
      const { rulesHash: _, ...wanted } = input.body;
      return ask(deps, input, withoutAbsent({ task: 'publish', ...wanted }));
    },
    verifyBoard: (input) =>
      ask(deps, { ...input, body: {} }, withoutAbsent({ task: 'verify', ...input.body })),
    readBoardJob: async ({ path }) => told(await readBoardJob(deps, path.jobId), showJob(utcOffsetMs)),
    listRulings: async ({ path, query, caller }) =>
      answer(showPage(await listRulings(deps, { board: path, page: pageOf(query) }, caller), ruled)),
    ruleOnCase: async ({ path, body, caller, commandId }) => {
      const { unitCode: unit, ...rest } = body;
      const asked = { month: path.period, unit, ...rest };
      return told(await ruleOnCase(deps, asked, { caller, commandId }), ruled, 201);
    },
    givePoints: async ({ path, body, caller, commandId }) => {
      const { unitCode: unit, ...rest } = body;
      const given = { month: path.period, unit, ...rest };
      return told(await givePoints(deps, given, { caller, commandId }), ruled, 201);
    },
    rateUnit: async ({ body, caller, commandId }) => {
      const { unitCode: unit, text = '', public: ofPublic, ...given } = body;
      const rating = { ...given, unit, text, ...(ofPublic === undefined ? {} : { public: ofPublic }) };
      return told(await rateUnit(deps, rating, { caller, commandId }), ruled, 201);
    },
  };
}

const answer = (body: unknown) => ok({ status: 200, body } as const);

/** A use case's result as its answer. */
function told<Value, Failure extends ApiError>(
  result: Result<Value, Failure>,
  show: (value: Value) => unknown,
  status: 200 | 201 = 200,
): Result<Reply, Failure> {
  return result.ok ? ok({ status, body: show(result.value) }) : result;
}

type Path = Input<'readBoard'>['path'];

const choiceOf = (
  { kind, period }: Path,
  { version }: { readonly version?: number | 'live' | undefined },
) => ({ board: { kind, period }, ...(version === undefined ? {} : { version }) });

/** A job is taken on: where to see how far it is. */
async function ask(
  deps: BoardsApi,
  { path, caller, commandId, body }: Pick<Input<'refreshBoard'>, 'path' | 'caller' | 'commandId' | 'body'>,
  wanted: BoardTask,
): Promise<Result<Reply, ApiError>> {
  const { kind, period } = path;
  const { rulesHash } = body;
  const asked = { board: { kind, period }, wanted, commandId };
  const job = await askBoardJob(deps, rulesHash === undefined ? asked : { ...asked, rulesHash }, caller);
  if (!job.ok) return job;
  const headers = { location: `/board-jobs/${job.value.id}` };
  return ok({ status: 202, headers, body: showJob(deps.city.rules.utcOffsetMs)(job.value) });
}

async function exportCsv(
  deps: BoardsApi,
  { path, query, caller, exchange }: Input<'exportBoardCsv'>,
): Promise<Result<Reply, ApiError>> {
  const { kind, period, group } = path;
  const read = await readGroup(deps, { ...choiceOf(path, query), group }, caller);
  if (!read.ok) return read;
  const { content, rows } = read.value;
  const rules = await deps.rulesOf(content.rulesHash);
  const { language } = exchange;
  const { boardCsv } = await import('../board-table.ts');
  return ok({
    status: 200,
    text: boardCsv({ kind, rows, rules, names: deps.names, language }),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-language': language,
      'content-disposition': `attachment; filename="${kind}-${period}-${group}.csv"`,
    },
  });
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

const withoutAbsent = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Present<Value>;
