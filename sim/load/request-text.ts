import type { RequestKind } from '../../functions/core/ticket/kinds.ts';
import type { Stream } from '../engine/stream.ts';
import type { ItemWords } from './load-city.ts';

const openings = ['', '您好，', '你好，', '来电反映：', '我想反映一下，', '麻烦记录一下，', '打扰了，'];
const sinces = [
  '从昨天开始',
  '已经三天了',
  '有一周了',
  '快一个月了',
  '今天早上发现的',
  '反复出现',
  '一直没人管',
];
const asks = [
  '希望尽快处理。',
  '请尽快安排人来看看。',
  '请给个答复。',
  '请核实并回复。',
  '盼解决，谢谢。',
  '老人孩子都受影响，请帮忙。',
];

/** What a citizen says after the opening, by what they want. `{what}`, `{item}`, `{since}` and `{ask}` are filled in. */
const sentences: Readonly<Partial<Record<RequestKind, readonly string[]>>> = {
  consult: ['想咨询{item}的事：{what}，该找哪个部门，怎么办理？', '请问{what}怎么处理？属于{item}，{ask}'],
  help: ['求助{item}：{what}，{since}，{ask}', '遇到{what}的情况，{since}，属于{item}的问题，{ask}'],
  complaint: [
    '投诉{item}：{what}，{since}，之前反映过没有解决，{ask}',
    '{what}，{since}，对{item}非常不满意，{ask}',
  ],
  report: ['举报{item}：{what}，{since}，{ask}'],
  suggestion: ['关于{item}有个建议：{what}的情况应当早些处理，{ask}'],
  praise: ['表扬：{item}办得好，{what}的问题很快解决了，谢谢。'],
};

/** A description of a matter of this item as a citizen of this kind would give it. */
export function requestText(
  props: { readonly kind: RequestKind; readonly item: ItemWords; readonly where: string },
  stream: Stream,
): string {
  const { kind, item, where } = props;
  const pick = <Value>(list: readonly Value[]): Value => list[stream.below(list.length)]!;
  const opening = pick(openings);
  const sentence = pick(sentences[kind] ?? sentences.help!);
  const what = item.keywords.length === 0 ? item.name : pick(item.keywords);
  const filled: Readonly<Record<string, string>> = {
    what,
    item: item.name,
    since: pick(sinces),
    ask: pick(asks),
  };
  return `${opening}${where === '' ? '' : `我住在${where}。`}${sentence.replace(/\{(\w+)\}/g, (_, key: string) => filled[key]!)}`;
}
