import { describe, expect, it } from 'vitest';
import { compareMeasured } from '../../../../functions/core/early/topic/compare-measured.ts';
import { evaluateTopic } from '../../../../functions/core/early/topic/end-topic.ts';
import { noCounts } from '../../../../functions/core/early/topic/matter-counts.ts';
import type { Measured } from '../../../../functions/core/early/topic/topic.ts';
import { topicCommand } from '../../../../functions/core/early/topic/topic-command.ts';
import {
  context,
  december,
  evaluation,
  finished,
  measuring,
  months,
  refusal,
  thirdParty,
  told,
} from './finished-topic.ts';
import { at, city, counts, measured, openedTopic, take, topicRules } from './sample-topic.ts';

const evaluate = { type: 'evaluate', text: '明显好转。', thirdParty } as const;
const brought = (of = counts(300, 15), from = months.from, to = months.to) =>
  ({ type: 'measured', measured: measured(from, to, of) }) as const;
describe('the clock alone', () => {
  const waiting = finished(measuring('evaluation', { evaluation }));
  const stillWaiting = { type: 'putOff', until: december + 60_000 } as const;

  it('brings what was counted, of the months that are due, while any are', () => {
    const wrong = { code: 'OUT_OF_TURN', reason: 'these months are not the ones to be measured next' };

    expect(refusal(waiting, brought(), december, city)).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(finished(), brought(), december, 'clock')).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(waiting, brought(noCounts, '2021-08'), december, 'clock')).toEqual(wrong);
    expect(refusal(waiting, brought(noCounts, '2021-09', '2021-12'), december, 'clock')).toEqual(wrong);
  });

  it('comes back later, which is written the first time', () => {
    const first = take(waiting, stillWaiting, december, 'clock');
    const second = take(first.state, { ...stillWaiting, until: december + 120_000 }, december + 1, 'clock');

    expect(first.entries).toEqual([
      { at: december, event: 'measuringPutOff', by: 'clock', rule: 'early.topic.tracking.settle' },
    ]);
    expect(second.entries).toEqual([]);
    expect(second.state.measuring).toMatchObject({ ...months, at: december + 120_000, tries: 2 });
    expect(refusal(waiting, stillWaiting, december, city)).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(finished(), stillWaiting, december, 'clock')).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(waiting, { type: 'putOff', until: december }, december, 'clock')).toEqual({
      code: 'INVALID',
      field: 'until',
      reason: 'not later than now',
    });
  });
});

describe('what was counted', () => {
  it.each([
    ['baseline', ['baselineCounted candidates.windowMonths'], []],
    ['evaluation', ['topicEvaluated thirdParty'], told('topicEvaluated', 'housing', city)],
    ['tracking', ['topicMeasured tracking.everyMonths', 'topicTrackingEnded tracking.months'], []],
  ] as const)('of a %s is written by the clock under its rule, and told', (what, lines, notices) => {
    const state = finished(measuring(what, what === 'evaluation' ? { evaluation } : {}));

    const came = take(state, brought(), december, 'clock');

    expect(came.entries).toEqual(
      lines.map((line) => {
        const [event, rule] = line.split(' ');
        return { at: december, event, by: 'clock', rule: `early.topic.${rule}` };
      }),
    );
    expect(came.notices).toEqual(notices);
    expect(came.state).not.toHaveProperty('measuring');
  });

  it('that weighs as much as the baseline is told to lead and city as having come back', () => {
    const back = take(
      finished(measuring('tracking', { until: '2022-12' })),
      brought(counts(300, 150)),
      december,
      'clock',
    );

    expect(back.entries.at(-1)).toEqual({
      ...{ at: december, event: 'topicReboundFound', by: 'clock' },
      rule: 'early.topic.tracking.reboundAt',
    });
    expect(back.notices).toEqual(told('topicReboundFound', 'housing', city));
    expect(back.state).toMatchObject({
      measurements: [{ ratio: 1, rebound: true }],
      measuring: { from: '2021-12' },
    });
  });

  it('has no ratio where nothing was heard of the matters before: any weight is a rebound', () => {
    const silent = measured('2021-02', '2021-04', noCounts);
    const compare = (of: Measured['counts']) =>
      compareMeasured(measured('2022-01', '2022-01', of), silent, topicRules);
    const state = finished({ baseline: silent, ...measuring('evaluation', { evaluation }) });

    expect(compare(noCounts)).toEqual({ weight: 0, baselineWeight: 0, rebound: false });
    expect(compare(counts(100, 50))).toEqual({ weight: 25, baselineWeight: 0, rebound: true });
    expect(take(state, brought(), december, 'clock').state.evaluations[1]).not.toHaveProperty('ratio');
  });
});

describe('an evaluation', () => {
  const early = at('2021-05-31T23:59:59');

  it('is asked for under its rule, with what a third party found', () => {
    const { entries, state } = take(openedTopic(), evaluate, december, city);

    expect(entries.at(-1)).toEqual({
      ...{ at: december, event: 'topicEvaluationAsked', by: city, rule: 'early.topic.thirdParty' },
    });
    expect(state.measuring?.evaluation).toEqual(evaluation);
  });

  it('is refused while months are counted, before one has ended, and without the third party the pack requires', () => {
    const { thirdParty: _, ...bare } = evaluate;
    const step = evaluateTopic(openedTopic(), bare, context({ thirdParty: 'optional' }));

    expect(refusal(finished(measuring('tracking')), evaluate, december, city)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'the months of the topic are still being counted',
    });
    expect(refusal(openedTopic(), evaluate, early, city)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'no month of the topic has ended yet',
    });
    expect(refusal(openedTopic(), bare, december, city)).toEqual({
      code: 'INVALID',
      field: 'thirdParty',
      reason: 'the satisfaction that a third party found is missing',
    });
    expect(step.ok && step.value.measuring?.evaluation).toStrictEqual({
      askedAt: december,
      by: city,
      text: '明显好转。',
    });
  });

  it.each([
    [913, true],
    [1_000, true],
    [1_001, false],
  ])('of 1,000 asked has %i satisfied: %s', (satisfied, is) => {
    const command = { ...evaluate, thirdParty: { ...thirdParty, satisfied } };

    expect(topicCommand.safeParse(command).success).toBe(is);
  });
});
