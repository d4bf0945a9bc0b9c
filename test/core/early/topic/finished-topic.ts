import type { TopicState } from '../../../../functions/core/early/topic/topic.ts';
import { ask, at, city, measured, noting, openedTopic, rules, topicRules } from './sample-topic.ts';

export const december = at('2021-12-20T09:00:00');
export const thirdParty = { by: '第三方机构', asked: 1_000, satisfied: 913 };
export const months = { from: '2021-09', to: '2021-11' };
export const evaluation = { askedAt: december, by: city, text: '明显好转。', thirdParty };

const compared = { ...measured(months.from, months.to), at: december, rebound: false };

export const refusal = (...asked: Parameters<typeof ask>) => {
  const { decided } = ask(...asked);
  return decided.ok ? 'accepted' : decided.error;
};
/** A topic with its milestones done in time and, unless said otherwise, evaluated. */
export const finished = (but: Partial<TopicState> = {}): TopicState => ({
  ...openedTopic(),
  milestones: openedTopic().milestones.map(({ nextRungAt: _, ...one }) => ({ ...one, doneAt: one.by })),
  evaluations: [{ ...compared, ...evaluation }],
  ...but,
});
export const measuring = (what: 'baseline' | 'evaluation' | 'tracking', but: object = {}) => ({
  measuring: { what, ...months, at: december, tries: 0, ...but },
});
export const told = (event: string, ...tos: string[]) => tos.map((to) => ({ at: december, to, event }));
export const context = (but: object = {}) => {
  const { out } = noting();
  return { actor: { unit: city }, now: december, rules, topic: { ...topicRules, ...but }, out };
};
