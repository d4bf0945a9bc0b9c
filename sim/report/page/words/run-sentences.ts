import type { Text } from '../../../../functions/messages/text.ts';

/** The sentences a run's summary is made of. Words in braces are filled in. */
export const runSentences = {
  ran: {
    zh: '在{city}的合成城市上，用规则包 {pack} 运行场景“{scenario}”：{start} 起 {days} 天。规则与线上服务执行的是同一份代码。',
    en: 'The scenario “{scenario}” on a synthetic {city} under the pack {pack}: {days} days from {start}. The rules are the very code that the service runs.',
  },
  warmUp: {
    zh: '前 {warmUp} 天用于预热，不计入任何数字。',
    en: 'The first {warmUp} days warm the city up and are in no figure.',
  },
  cold: {
    zh: '没有预热：除场景给出的旧案外，城市从零开始，手上没有前几天的事。',
    en: 'There is no warm-up: but for old cases that the scenario gives, the city begins with nothing in hand from the days before.',
  },
  replications: {
    zh: '用不同的随机数重复 {n} 次，数字为均值与 95% 置信区间。',
    en: 'It was run {n} times on different luck; figures are means with 95% intervals.',
  },
  once: {
    zh: '只运行了一次，没有置信区间；与另一结果相差不大时，不要下结论。',
    en: 'It was run once, so there are no intervals; do not conclude from small differences.',
  },
  volume: {
    zh: '共 {contacts} 件来电来件，{settled} 件当场答复，形成工单 {tickets} 件，办结 {closed} 件。',
    en: '{contacts} contacts came in; {settled} were settled at the desk, {tickets} became tickets, {closed} ended.',
  },
  onTime: {
    zh: '每 100 件工单约有 {n} 件未按时办结（按时办结率 {share}）。',
    en: 'About {n} of 100 tickets were not closed on time (on time: {share}).',
  },
  rates: {
    zh: '响应率 {response}，解决率 {resolution}，满意率 {satisfaction}。',
    en: 'Response rate {response}, resolution rate {resolution}, satisfaction rate {satisfaction}.',
  },
  handling: {
    zh: '答复平均用时 {mean}，九成在 {p90}以内。',
    en: 'The mean time to the answer was {mean}; nine in ten came within {p90}.',
  },
  whistles: {
    zh: '吹哨 {whistles} 次，召集单位 {summonses} 个次，按时报到率 {share}。',
    en: '{whistles} whistles summoned {summonses} units; {share} of them arrived in time.',
  },
  worstTier: {
    zh: '“{tier}”等级最难按时：按时办结率 {share}，最好的等级为 {best}。',
    en: 'The tier “{tier}” is the hardest to keep: {share} on time against {best} in the best tier.',
  },
  growing: {
    zh: '在办工单从 {from} 件增至 {to} 件：在此人力下，城市没有跟上来件。',
    en: 'Open tickets grew from {from} to {to}: with this staff the city did not keep up.',
  },
  steady: {
    zh: '在办工单保持平稳（期初 {from} 件，期末 {to} 件）：人力跟得上来件。',
    en: 'Open tickets stayed steady ({from} at first, {to} at the end): staff kept up.',
  },
  falling: {
    zh: '在办工单从 {from} 件降至 {to} 件：积压正在消化。',
    en: 'Open tickets fell from {from} to {to}: the queue is being worked off.',
  },
  strained: {
    zh: '{n} 个单位人力利用率在 95% 以上；等待最久的是{unit}，平均 {wait}。',
    en: '{n} units use 95% of their staff or more; matters wait longest at {unit}, {wait} on average.',
  },
  nobodyStrained: {
    zh: '没有单位人力利用率达到 95%；等待最久的是{unit}，平均 {wait}。',
    en: 'No unit uses 95% of its staff; matters wait longest at {unit}, {wait} on average.',
  },
  luckyRanks: {
    zh: '在 {month} 的{group}榜上，同一单位在不同重复中的名次平均相差 {places} 位：名次里有这么多是运气。',
    en: 'On the board of {month} ({group}) a unit’s rank differs by {places} places on average between replications: so much of a rank is luck.',
  },
  assumed: {
    zh: '有 {n} 项数值没有公开来源，由我们设定，逐项列于文末。',
    en: '{n} values were published by nobody and set by us; they are listed at the end.',
  },
  noAssumed: { zh: '场景中的数值都有来源。', en: 'Every value of the scenario has a source.' },
  model: {
    zh: '居民、单位与来件均为合成。结果说明这些规则在这样的城市里会怎样，不是对真实城市的预测。',
    en: 'Citizens, units and requests are synthetic. The result says what these rules do to such a city; it predicts no real one.',
  },
} as const satisfies Record<string, Text>;
