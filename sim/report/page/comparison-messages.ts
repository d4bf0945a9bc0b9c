import { fill, type Language, type Text } from '../../../functions/messages/text.ts';

/** The words of a comparison and of a sweep that are not data. */
const comparisonMessages = {
  differences: { zh: '两个规则包之差', en: 'What differs between the packs' },
  differencesLead: {
    zh: '差值为 B 减 A，两者遇到同样的居民与同样的随机数，逐次重复相减；区间不含零者为确有差别。',
    en: 'Differences are B minus A on the same citizens and the same luck, replication by replication; an interval without zero is a real difference.',
  },
  forestShares: { zh: '比率之差（百分点）', en: 'Differences of rates, percentage points' },
  forestOthers: { zh: '其他指标之差（占 A 的百分比）', en: 'Other measures, per cent of A' },
  better: { zh: '更好', en: 'better' },
  worse: { zh: '更差', en: 'worse' },
  neither: { zh: '无好坏之分', en: 'neither' },
  uncertain: { zh: '区间含零', en: 'interval holds zero' },
  reading: { zh: '判读', en: 'Reading' },
  difference: { zh: '差（B − A）', en: 'Difference, B − A' },
  winners: { zh: '谁受益，谁受损', en: 'Who wins, who loses' },
  winnersLead: {
    zh: '同一榜上得分之差。点列标题可排序；区间含零者不能算受益或受损。',
    en: 'Differences of score on the same board. Headers sort; a unit whose interval holds zero neither wins nor loses.',
  },
  gains: { zh: '得分升高最多', en: 'Largest gains' },
  losses: { zh: '得分降低最多', en: 'Largest losses' },
  rankA: { zh: 'A 名次', en: 'Rank, A' },
  rankB: { zh: 'B 名次', en: 'Rank, B' },
  scoreA: { zh: 'A 得分', en: 'Score, A' },
  scoreB: { zh: 'B 得分', en: 'Score, B' },
  stability: { zh: '名次的稳定性', en: 'How stable the ranks are' },
  stabilityLead: {
    zh: '肯德尔 τ：1 为名次全同，0 为毫无关系，−1 为完全颠倒。',
    en: 'Kendall’s tau: 1 is the same order, 0 none, −1 the reverse.',
  },
  ranksChart: { zh: 'A 名次与 B 名次', en: 'Rank under A and under B' },
  classChanges: { zh: '类别的变动', en: 'Changes of class' },
  classChangesLead: {
    zh: '行为 A 下的类别，列为 B 下的类别。',
    en: 'Rows are classes under A, columns under B.',
  },
  noClasses: { zh: '这两个规则包不划分类别。', en: 'These packs know no classes.' },
  fairness: { zh: '公平性', en: 'Fairness' },
  fairnessLead: {
    zh: '得分若随单位自己左右不了的负荷、规模或事项构成而变，就不公平。τ 越近 0 越公平。',
    en: 'A score that follows load, size or mix, which a unit cannot help, is unfair. The nearer tau is to 0, the fairer.',
  },
  fairnessChart: { zh: '得分与人均工单', en: 'Score against tickets per member of staff' },
  load: { zh: '负荷（人均工单）', en: 'Load: tickets per member of staff' },
  size: { zh: '规模（工单数）', en: 'Size: number of tickets' },
  mix: { zh: '事项构成（难办事项占比）', en: 'Mix: share of hard matters' },
  against: { zh: '单位左右不了的因素', en: 'What a unit cannot help' },
  allUnits: { zh: '全部单位', en: 'All units' },
  gaming: { zh: '投机的收益', en: 'What gaming pays' },
  gamingLead: {
    zh: '采取某种投机做法的单位，比老实做时多得多少分：大于零，规则就在奖励它。',
    en: 'How many points a unit gains by a strategy that helps no citizen, against behaving well: above zero the rules reward it.',
  },
  strategy: { zh: '做法', en: 'Strategy' },
  moved: { zh: '假设变动 ±20% 之后', en: 'When an assumption is moved by ±20%' },
  movedLead: {
    zh: '结论指标“{measure}”之差，在每项假设变动后如何。标“翻转”者，结论取决于该假设。',
    en: 'The difference of “{measure}” with each assumption moved. Where it flips, the verdict hangs on that assumption.',
  },
  flips: { zh: '翻转', en: 'flips' },
  holds: { zh: '不变', en: 'holds' },
  by: { zh: '变动', en: 'Moved by' },
  notDone: { zh: '本次比较没有做这一项。', en: 'This comparison did not look at it.' },
  sweepTitle: { zh: '随 {parameter} 的变化', en: 'As {parameter} varies' },
  sweepLead: {
    zh: '点为均值，竖线为 95% 区间；所有取值遇到同样的随机数。',
    en: 'Dots are means, bars 95% intervals; every value meets the same luck.',
  },
} as const satisfies Record<string, Text>;

export type ComparisonMessage = keyof typeof comparisonMessages;

/** A text of a comparison or sweep in the reader's language. */
export const sayOf = (
  key: ComparisonMessage,
  language: Language,
  values: Readonly<Record<string, unknown>> = {},
): string => fill(comparisonMessages[key], language, values);
