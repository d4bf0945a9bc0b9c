import { openTopic } from '../../../../functions/core/early/topic/open-topic.ts';
import type { Measured, TopicState } from '../../../../functions/core/early/topic/topic.ts';
import type { NewTopic, TopicCommand } from '../../../../functions/core/early/topic/topic-command.ts';
import type { TopicEvent } from '../../../../functions/core/early/topic/topic-events.ts';
import { topicKind } from '../../../../functions/core/early/topic/topic-kind.ts';
import type { UndertakingOut } from '../../../../functions/core/undertaking/undertaking.ts';
import { beijing } from '../../../support/beijing.ts';

export const { rules } = beijing('beijing-2019');
export const topicRules = rules.early.topic!;

export const city = '110000';
export const at = (text: string) => Date.parse(`${text}+08:00`);
export const openedAt = at('2021-05-10T09:00:00');

/** A topic of May 2021 that 市住房城乡建设委 leads and 市规划自然资源委 helps with. */
export const newTopic = (changes: Partial<NewTopic> = {}): NewTopic => ({
  month: '2021-05',
  title: '房产证难办',
  items: ['0101-01'],
  lead: 'housing',
  helpers: ['planning'],
  analysis: '历史遗留项目手续不全。',
  measures: ['逐项目建账，一楼一策。'],
  documents: [{ title: '办理意见' }],
  milestones: [
    { key: 'ledger', title: '建立台账', owner: 'planning', by: at('2021-06-30T18:00:00') },
    { key: 'certify', title: '首批项目发证', owner: 'housing', by: at('2021-09-30T18:00:00') },
  ],
  ...changes,
});

interface Noted {
  readonly at: number;
  readonly event: TopicEvent;
  readonly by: string;
  readonly rule: string;
}

/** A place where decisions put what happened, and what was put there. */
export function noting() {
  const entries: Noted[] = [];
  const notices: { readonly at: number; readonly to: string; readonly event: TopicEvent }[] = [];
  const out: UndertakingOut<TopicEvent> = {
    entry: (when, event, by, rule) => void entries.push({ at: when, event, by, rule }),
    notice: (when, to, event) => void notices.push({ at: when, to, event }),
  };
  return { entries, notices, out };
}

export const beginning = (asked: NewTopic, unit = city, now = openedAt) => {
  const noted = noting();
  const context = { actor: { unit }, now, rules, topic: topicRules, out: noted.out };
  return { ...noted, opened: openTopic(asked, context) };
};

/** A command after the promises before it, as every host asks it. */
export function ask(state: TopicState, command: TopicCommand, now: number, unit: string) {
  const noted = noting();
  const kept = topicKind.keep(state, now, rules, noted.out);
  return { ...noted, decided: topicKind.decide(kept, command, { unit }, now, rules, noted.out) };
}

/** As {@link ask}, where the answer must be yes. */
export function take(...asked: Parameters<typeof ask>) {
  const { decided, ...noted } = ask(...asked);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return { ...noted, state: decided.value };
}

export const counts = (cases: number, unresolved: number, dissatisfied = unresolved) => ({
  cases,
  resolutionBase: cases,
  unresolved,
  satisfactionBase: cases,
  dissatisfied,
});

export const measured = (from: string, to: string, of = counts(300, 150)): Measured => ({
  from,
  to,
  counts: of,
  digest: 'd',
});

/** A topic whose baseline (300 cases in three months, half of them unresolved) is counted. */
export function openedTopic(changes: Partial<NewTopic> = {}): TopicState {
  const { opened } = beginning(newTopic(changes));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const command = { type: 'measured', measured: measured('2021-02', '2021-04') } as const;
  return take(opened.value, command, openedAt + 60_000, 'clock').state;
}
