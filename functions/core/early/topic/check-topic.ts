import { monthOf } from '../../calendar/month-of.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { NewTopic } from './topic-command.ts';
import type { TopicRules } from './topic-rules.ts';

type Team = Pick<NewTopic, 'lead' | 'helpers'>;
type Dated = NewTopic['milestones'][number];
type Asked = Pick<NewTopic, 'items' | 'district'>;

const invalid = (field: string, reason: string) => ({ code: 'INVALID', field, reason }) as const;

/** What is wrong with the month a topic is of: one that has begun, in the city's own time. */
export function monthFault(
  { month }: Pick<NewTopic, 'month'>,
  now: EpochMs,
  { utcOffsetMs }: Rules,
): UndertakingRefusal | undefined {
  return month > monthOf(now, utcOffsetMs) ? invalid('month', 'the month has not begun') : undefined;
}

/** What is wrong with the lead and the helpers of a topic: one lead of a kind that may lead, helpers beside it. */
export function teamFault(
  { lead, helpers }: Team,
  rules: Rules,
  topic: TopicRules,
): UndertakingRefusal | undefined {
  const { byCode, kinds } = rules.units;
  const stranger = [lead, ...helpers].find((unit) => !byCode.has(unit));
  if (stranger !== undefined) return { code: 'UNKNOWN_UNIT', unitCode: stranger };
  if (!topic.leads.has(kinds[byCode.get(lead)!]!)) {
    return { code: 'NOT_IN_REMIT', rule: 'early.topic.leads', field: 'lead' };
  }
  if (helpers.includes(lead)) return invalid('helpers', 'the lead is no helper of its own');
  return new Set(helpers).size === helpers.length ? undefined : invalid('helpers', 'a helper is named twice');
}

/** What is wrong with milestones that are set at `now`, beside those there are: owners of the team, dates to come. */
export function datesFault(
  added: readonly Dated[],
  there: readonly Pick<Dated, 'key'>[],
  { lead, helpers }: Team,
  now: EpochMs,
): UndertakingRefusal | undefined {
  const keys = new Set(there.map(({ key }) => key));
  for (const [n, { key, owner, by }] of added.entries()) {
    if (keys.has(key)) return invalid(`milestones.${n}.key`, 'there is a milestone of this key already');
    keys.add(key);
    if (owner !== lead && !helpers.includes(owner)) {
      return invalid(`milestones.${n}.owner`, 'the owner of a milestone is the lead or a helper');
    }
    if (by <= now) return invalid(`milestones.${n}.by`, 'the date of a milestone lies ahead');
  }
  return undefined;
}

/** What is wrong with the matters of a topic: items of the catalogue, each once; a district of the directory. */
export function mattersFault(
  { items, district }: Asked,
  { items: table, units }: Rules,
): UndertakingRefusal | undefined {
  const unknown = items.findIndex((item) => !table.byCode.has(item));
  if (unknown !== -1) return invalid(`items.${unknown}`, 'the catalogue has no such item');
  if (new Set(items).size !== items.length) return invalid('items', 'an item is named twice');
  if (district === undefined) return undefined;
  const index = units.byCode.get(district);
  if (index === undefined) return { code: 'UNKNOWN_UNIT', unitCode: district };
  return units.kinds[index] === 'district' ? undefined : invalid('district', 'not a district');
}
