import { type Measured, topicState } from '../../core/early/topic/topic.ts';
import type { NewTopic, TopicCommand } from '../../core/early/topic/topic-command.ts';
import { err, ok } from '../../core/result.ts';
import type { BoardDeps } from '../../usecases/boards/board-deps.ts';
import type { Deps } from '../../usecases/deps.ts';
import { beginTopic } from '../../usecases/early/topics/begin-topic.ts';
import { listCandidates, refreshCandidates, windowOf } from '../../usecases/early/topics/list-candidates.ts';
import { listMatterCases } from '../../usecases/early/topics/list-matter-cases.ts';
import { commandUndertaking } from '../../usecases/early/undertakings/command-undertaking.ts';
import { listUndertakings, readUndertaking } from '../../usecases/early/undertakings/read-undertakings.ts';
import { showJob } from '../contracts/board-views.ts';
import { showLedgerEntry, showPage } from '../contracts/rows.ts';
import type { topicContracts } from '../contracts/topic-contracts.ts';
import { showCandidate, showTopic, showTopicRow } from '../contracts/topic-views.ts';
import { pageOf } from '../page-of.ts';
import type { Input, Run } from '../run.ts';
import { undertaken } from './undertaken.ts';

type TopicOperation = keyof typeof topicContracts;

/** Topics of the month: how they are chosen, opened, moved on, evaluated and read. */
export function topicRuns(deps: Deps & BoardDeps): { readonly [Id in TopicOperation]: Run<Id> } {
  const { utcOffsetMs } = deps.city.rules;
  const show = showTopic(utcOffsetMs);
  const entry = showLedgerEntry(utcOffsetMs);
  const command = async (
    { path, caller, commandId }: Pick<Input<'closeTopic'>, 'path' | 'caller' | 'commandId'>,
    asked: TopicCommand,
  ) =>
    undertaken(
      await commandUndertaking(deps, { kind: 'topic', id: path.topicId, command: asked, caller, commandId }),
      show,
    );
  return {
    listCandidates: async ({ path, query: { by, district } }) => {
      const asked = { month: path.month, by };
      const listed = await listCandidates(deps, district === undefined ? asked : { ...asked, district });
      if (!listed.ok) return listed;
      return ok({ status: 200, body: { ...listed.value, rows: listed.value.rows.map(showCandidate) } });
    },
    refreshCandidates: async ({ path }) => {
      const asked = await refreshCandidates(deps, path.month);
      if (!asked.ok) return asked;
      const { missing, jobs } = asked.value;
      return ok({ status: 202, body: { missing, jobs: jobs.map(showJob(utcOffsetMs)) } });
    },
    listCandidateCases: async ({ path, query, caller }) => {
      const { itemCode, district, answer } = query;
      const window = windowOf(deps, path.month);
      if (!window.ok) return window;
      const { from, to } = window.value;
      const asked = { from, to, items: [itemCode], district, answer };
      const listed = await listMatterCases(deps, asked, { page: pageOf(query), caller });
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, entry) }) : listed;
    },
    openTopic: async ({ body, caller, commandId }) =>
      undertaken(await beginTopic(deps, topicOf(body), { caller, commandId }), show, 201),
    listTopics: async ({ query, caller }) => {
      const { year, month, unit } = query;
      const within = year ?? month ?? unit;
      const list = within === undefined ? 'topic' : `topic/${within}`;
      const listed = await listUndertakings(deps, { list, page: pageOf(query) }, caller);
      return ok({ status: 200, body: showPage(listed, showTopicRow(utcOffsetMs)) });
    },
    readTopic: async ({ path, caller }) => {
      const found = await readUndertaking(deps, { kind: 'topic', id: path.topicId }, caller);
      return found.ok ? ok({ status: 200, body: show(found.value) }) : found;
    },
    listTopicCases: async ({ path, query, caller }) => {
      const found = await readUndertaking(deps, { kind: 'topic', id: path.topicId }, caller);
      if (!found.ok) return found;
      const { items, district, ...state } = topicState.parse(found.value.state);
      const measured = {
        ...state,
        evaluation: state.evaluations.at(-1),
        measurement: state.measurements.at(-1),
      }[query.of] as Measured | undefined;
      if (measured === undefined) return err(notMeasured);
      const { from, to } = measured;
      const asked = { from, to, items, district, answer: query.answer };
      const listed = await listMatterCases(deps, asked, { page: pageOf(query), caller });
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, entry) }) : listed;
    },
    amendTopic: (input) => command(input, amendmentOf(input.body)),
    reportMilestone: (input) => command(input, { type: 'report', ...input.body }),
    askMilestoneExtension: (input) =>
      command(input, { type: 'askExtension', ...input.body, until: Date.parse(input.body.until) }),
    ruleOnMilestoneExtension: (input) => command(input, { type: 'ruleExtension', ...input.body }),
    evaluateTopic: (input) => command(input, { type: 'evaluate', ...input.body }),
    closeTopic: (input) => command(input, { type: 'close' }),
    withdrawTopic: (input) => command(input, { type: 'withdraw', ...input.body }),
  };
}

const notMeasured = { code: 'OUT_OF_TURN', reason: 'these months of the topic are not counted yet' } as const;

type Milestones = Input<'openTopic'>['body']['milestones'];

const datesOf = (milestones: Milestones) =>
  milestones.map(({ ownerUnit, by, ...rest }) => ({ ...rest, owner: ownerUnit, by: Date.parse(by) }));

function topicOf(body: Input<'openTopic'>['body']): NewTopic {
  const { itemCodes, leadUnit, helperUnits, milestones, district, ...rest } = body;
  return {
    ...rest,
    items: itemCodes,
    lead: leadUnit,
    helpers: helperUnits,
    milestones: datesOf(milestones),
    ...(district === undefined ? {} : { district }),
  };
}

function amendmentOf(body: Input<'amendTopic'>['body']): TopicCommand {
  const { analysis, measures, documents, leadUnit, helperUnits, milestones } = body;
  return {
    type: 'amend',
    ...(analysis === undefined ? {} : { analysis }),
    ...(measures === undefined ? {} : { measures }),
    ...(documents === undefined ? {} : { documents }),
    ...(leadUnit === undefined ? {} : { lead: leadUnit }),
    ...(helperUnits === undefined ? {} : { helpers: helperUnits }),
    ...(milestones === undefined ? {} : { milestones: datesOf(milestones) }),
  };
}
