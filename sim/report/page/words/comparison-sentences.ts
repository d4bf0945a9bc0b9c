import type { Text } from '../../../../functions/messages/text.ts';

/** The sentences of a comparison's and a sweep's summary. */
export const comparisonSentences = {
  ran: {
    zh: '在{city}的合成城市上，同一场景“{scenario}”分别在规则包 A（{a}）与 B（{b}）下运行：{start} 起 {days} 天，各 {n} 次。',
    en: 'The scenario “{scenario}” on a synthetic {city} under the packs A ({a}) and B ({b}): {days} days from {start}, {n} times each.',
  },
  paired: {
    zh: '两边遇到同样的居民、同样的来电、同样的运气，所以差别出自规则本身。',
    en: 'Both meet the same citizens, calls and luck, so what differs comes from the rules.',
  },
  verdict: {
    zh: '{measure}：A 为 {a}，B 为 {b}，相差 {difference}：{reading}。',
    en: '{measure}: {a} under A, {b} under B, a difference of {difference}: {reading}.',
  },
  better: { zh: 'B 更好', en: 'B is better' },
  worse: { zh: 'B 更差', en: 'B is worse' },
  neither: { zh: '确有差别，但无好坏之分', en: 'a real difference, neither better nor worse' },
  uncertain: { zh: '区间含零，不能断定有差别', en: 'the interval holds zero, so no difference is shown' },
  betterList: { zh: 'B 改善了：{list}。', en: 'B improves: {list}.' },
  worseList: { zh: 'B 变差了：{list}。', en: 'B worsens: {list}.' },
  noneList: { zh: '没有一项指标确有改善或变差。', en: 'No measure is shown to improve or worsen.' },
  units: {
    zh: '{won} 个单位得分确有升高，{lost} 个确有降低，其余 {same} 个的区间含零。',
    en: '{won} units are shown to score higher, {lost} lower; the intervals of the other {same} hold zero.',
  },
  noBoards: {
    zh: '此时段没有完整的考评月份，所以不比较单位的得分与名次；请延长天数。',
    en: 'No month was complete in this time, so units are not compared by score and rank; run more days.',
  },
  notMoved: {
    zh: '各项假设没有变动，所以不知道结论是否取决于它们。',
    en: 'No assumption was moved, so it is not known whether the verdict hangs on one.',
  },
  stability: {
    zh: '{group}的名次 τ = {tau}。{remark}',
    en: 'Ranks of {group}: tau = {tau}. {remark}',
  },
  ranksSame: { zh: '两个规则包排出的次序大体一样。', en: 'Both packs give much the same order.' },
  ranksDiffer: { zh: '换规则包就会换次序。', en: 'The order depends on the pack.' },
  gamingRemoved: {
    zh: '在 A 下有收益、在 B 下没有的投机做法：{list}。',
    en: 'Gaming that pays under A and does not under B: {list}.',
  },
  gamingPays: { zh: '在 B 下仍有收益的投机做法：{list}。', en: 'Gaming that still pays under B: {list}.' },
  gamingNot: {
    zh: '所试的投机做法在 B 下都没有收益。',
    en: 'No strategy of gaming that was tried pays under B.',
  },
  flips: {
    zh: '结论取决于以下假设（变动 ±20% 就会翻转）：{list}。',
    en: 'The verdict hangs on these assumptions (±20% flips it): {list}.',
  },
  robust: {
    zh: '每项假设变动 ±20%，结论都不变（共试 {n} 次变动）。',
    en: 'The verdict holds when each assumption is moved by ±20% ({n} moves tried).',
  },
  sweepRan: {
    zh: '在{city}的合成城市上，规则包 {pack}，场景“{scenario}”，把 {parameter} 从 {from} 调到 {to}（{count} 个取值，各 {n} 次）。',
    en: 'The scenario “{scenario}” on a synthetic {city} under {pack}, with {parameter} from {from} to {to} ({count} values, {n} times each).',
  },
  moves: {
    zh: '{measure}从 {from} 变为 {to}。',
    en: '{measure} goes from {from} to {to}.',
  },
  still: {
    zh: '{list}：两端的区间重叠，看不出变化。',
    en: '{list}: the intervals at both ends overlap, so no change is shown.',
  },
  best: {
    zh: '{measure}在 {value} 处最好（{figure}）。',
    en: '{measure} is best at {value} ({figure}).',
  },
} as const satisfies Record<string, Text>;
