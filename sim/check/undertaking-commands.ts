import { meetingState } from '../../functions/core/early/agenda/meeting.ts';
import { isHandedOver, patrolState } from '../../functions/core/early/patrol/patrol-state.ts';
import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';
import type { Asked } from './facts.ts';

type Body = Readonly<Record<string, unknown>>;
type Dated = { readonly ownerUnit: string; readonly by: string };

/** A date in a body as commands have it. */
const dated = ({ ownerUnit, by, ...rest }: Dated) => ({ ...rest, owner: ownerUnit, by: Date.parse(by) });

/** What was asked of an undertaking, as its kind reads it; undefined for what no kind is asked. */
export function undertakingCommand(
  { operationId, body = {}, ticketId, commandId }: Asked,
  before: UndertakingRecord,
): { readonly type: string } | undefined {
  switch (operationId) {
    case 'amendTopic': {
      const { milestones } = body as { readonly milestones?: readonly Dated[] };
      return {
        type: 'amend',
        ...body,
        ...(milestones === undefined ? {} : { milestones: milestones.map(dated) }),
      };
    }
    case 'reportMilestone':
      return { type: 'report', ...body };
    case 'askMilestoneExtension':
      return { type: 'askExtension', ...withInstant(body, 'until') };
    case 'ruleOnMilestoneExtension':
      return { type: 'ruleExtension', ...body };
    case 'evaluateTopic':
      return { type: 'evaluate', ...body };
    case 'withdrawTopic':
      return { type: 'withdraw', ...body };
    case 'closeTopic':
    case 'closeMeeting':
    case 'closeMatter':
      return { type: 'close' };
    case 'recordPatrolRound':
      return { type: 'recordRound', ...body };
    case 'namePatrolChief':
      return { type: 'nameChief', chief: body } as { readonly type: string };
    case 'retirePatrolRoute':
      return isHandedOver(patrolState.parse(before.state))
        ? ({ type: 'retire', elder: true } as { readonly type: string })
        : { type: 'retire' };
    case 'submitFinding':
      return linked(body, ticketId);
    case 'decideMeetingRow':
      return decided(body, before, commandId);
    case 'respondToWarning':
      return { type: 'respond', outcome: body.outcome } as { readonly type: string };
    case 'dismissWarning':
      return { type: 'dismiss' };
    case 'layMatterPlan':
      return { type: 'layPlan', steps: (body.steps as readonly Dated[]).map(dated) } as {
        readonly type: string;
      };
    case 'finishMatterStep':
      return { type: 'finishStep', step: body.step } as { readonly type: string };
    case 'tellMatterProgress':
      return { type: 'tellProgress', text: body.text } as { readonly type: string };
    case 'answerMatter':
      return { type: 'answer', text: body.text } as { readonly type: string };
    case 'addMatterMembers':
      return { type: 'addMembers', ...body };
    case 'removeMatterMembers':
      return { type: 'removeMembers', ...body };
    default:
      return undefined;
  }
}

const withInstant = (body: Body, field: string) => ({ ...body, [field]: Date.parse(String(body[field])) });

function linked({ round }: Body, ticketId: string | undefined) {
  const { rhythm, period } = round as { readonly rhythm: string; readonly period: string };
  return { type: 'linkFinding', rhythm, period, ticketId } as { readonly type: string };
}

function decided(body: Body, before: UndertakingRecord, commandId: string) {
  const { leadUnit, ...rest } = body;
  if (body.type !== 'arbitrated') return { type: 'decide', decision: body } as { readonly type: string };
  const row = meetingState.parse(before.state).rows.find(({ n }) => n === body.row);
  const link = { ticketId: row?.ref, commandId: `${before.id}.${body.row}` };
  return { type: 'decide', decision: { ...rest, lead: leadUnit, ...link }, commandId } as {
    readonly type: string;
  };
}
