import { monthAfter } from '../../calendar/months.ts';
import { err, ok } from '../../result.ts';
import { compareMeasured } from './compare-measured.ts';
import type { Measured, Measuring, TopicState } from './topic.ts';
import { forbidden } from './topic-rights.ts';
import type { TopicContext, TopicStep } from './topic-step.ts';
import { trackFrom } from './track-topic.ts';

/** The clock brings what was counted of the months that were due: the baseline, an evaluation's, or those tracked. */
export const recordMeasured: TopicStep<'measured'> = (state, { measured }, context) => {
  const { measuring, ...rest } = state;
  if (context.actor.unit !== 'clock' || measuring === undefined) return err(forbidden);
  if (measured.from !== measuring.from || measured.to !== measuring.to) {
    return err({ code: 'OUT_OF_TURN', reason: 'these months are not the ones to be measured next' });
  }
  return ok(takers[measuring.what](rest, measured, measuring, context));
};

type Taker = (
  rest: Omit<TopicState, 'measuring'>,
  measured: Measured,
  measuring: Measuring,
  context: TopicContext,
) => TopicState;

const takers: Readonly<Record<Measuring['what'], Taker>> = {
  baseline(rest, baseline, _measuring, { now, out }) {
    out.entry(now, 'baselineCounted', 'clock', 'early.topic.candidates.windowMonths', rest.lead);
    return { ...rest, baseline };
  },
  evaluation(rest, measured, { evaluation }, context) {
    const { now, out } = context;
    const compared = comparedWith(rest, measured, context);
    out.entry(now, 'topicEvaluated', 'clock', 'early.topic.thirdParty', rest.lead);
    for (const unit of new Set([rest.lead, evaluation!.by])) out.notice(now, unit, 'topicEvaluated');
    return { ...rest, evaluations: [...rest.evaluations, { ...compared, ...evaluation! }] };
  },
  tracking(rest, measured, { to, until = to }, context) {
    const { now, rules, topic, out } = context;
    const compared = comparedWith(rest, measured, context);
    out.entry(now, 'topicMeasured', 'clock', 'early.topic.tracking.everyMonths', rest.lead);
    const next = { ...rest, measurements: [...rest.measurements, compared] };
    if (compared.rebound) {
      out.entry(now, 'topicReboundFound', 'clock', 'early.topic.tracking.reboundAt', rest.lead);
      const told = [rest.lead, rules.units.codes[rules.units.city]!];
      for (const unit of told) out.notice(now, unit, 'topicReboundFound');
    }
    if (to < until) return trackFrom(next, monthAfter(to, 1), until, { rules, topic });
    out.entry(now, 'topicTrackingEnded', 'clock', 'early.topic.tracking.months', rest.lead);
    return { ...next, status: 'ended' };
  },
};

function comparedWith(
  { baseline }: Omit<TopicState, 'measuring'>,
  measured: Measured,
  { now, topic }: TopicContext,
) {
  const { ratio, rebound } = compareMeasured(measured, baseline!, topic);
  return { ...measured, at: now, rebound, ...(ratio === undefined ? {} : { ratio }) };
}

/** The clock comes back later: the months are not counted yet. */
export const putOffMeasuring: TopicStep<'putOff'> = (state, { until }, { actor, now, out }) => {
  const { measuring } = state;
  if (actor.unit !== 'clock' || measuring === undefined) return err(forbidden);
  if (until <= now) return err({ code: 'INVALID', field: 'until', reason: 'not later than now' });
  if (measuring.tries === 0) {
    out.entry(now, 'measuringPutOff', 'clock', 'early.topic.tracking.settle', state.lead);
  }
  return ok({ ...state, measuring: { ...measuring, at: until, tries: measuring.tries + 1 } });
};
