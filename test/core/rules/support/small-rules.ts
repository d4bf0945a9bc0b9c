import { compileCalendar } from '../../../../functions/core/calendar/calendar.ts';
import { calendarSchema } from '../../../../functions/core/calendar/calendar-schema.ts';
import type { Policy } from '../../../../functions/core/policy/policy-schema.ts';
import { resolvePolicy } from '../../../../functions/core/policy/resolve-policy.ts';
import type { RulesSources } from '../../../../functions/core/rules/compile-rules.ts';
import { beijing } from '../../../support/beijing.ts';
import { says } from '../../../support/overlaid-city.ts';
import { smallCatalogue, smallItem } from '../../catalogue/small-catalogue.ts';
import { smallDirectory } from '../../directory/small-directory.ts';

const title = { zh: '名', en: 'Name' };
const name = { zh: '供水', en: 'Water' };
const duty = { code: 'C1', name, part: 'assist' as const, leads: 'water', items: ['a'], from: 'made' };
/** A small city with one item and one duty, for packs laid on Beijing's. `speed` is that of its calendars. */
export const smallCity = (speed = 1): Omit<RulesSources, 'policy'> => ({
  hash: 'small',
  directory: smallDirectory(),
  catalogue: smallCatalogue([smallItem({ code: 'a' })]),
  duties: {
    schema: 'citywhistle/duties@1' as const,
    id: 'small',
    provenance: { made: { assumption: 'made for a test' } },
    boards: [{ code: 'C', name, duties: [duty] }],
  },
  calendars: new Map(
    ['calendar-days', 'cn-workdays'].map((id) => [
      id,
      compileCalendar(
        calendarSchema.parse({ id, kind: 'calendar-days', utcOffset: '+08:00', basis: 'every day' }),
        { speed },
      ),
    ]),
  ),
  speed,
});

/** What Beijing's pack has no section for. */
const rest = {
  whistleKinds: {
    emergency: {
      passWithin: says('PT1H'),
      outputs: says([{ key: 'plan', title, count: 1 }]),
    },
  },
  score: {
    special: {
      shares: { all: { title, share: says(1) } },
      parts: {
        public: { title, in: 'all', split: says(1), by: says(['public']), ratingsMin: says(1) },
      },
      voices: says('raters'),
      emptyPart: says('unranked'),
      decimals: says(2),
      groups: { departments: { title, kinds: says(['department']), fullMarks: says(100) } },
    },
  },
  rollout: {
    pilot: { from: says('2018-02-01'), units: says(['e1']), rules: says(['whistle']) },
  },
  duties: { list: says('small'), appliesTo: says(['triage']), outside: says('allowed') },
  powers: { planning: { title, users: says(['subdistrict']), towards: says(['bureau']) } },
  sharing: {
    kinds: { parking: title },
    points: { samePlace: says(3), sameDistrict: says(1), capacity: says(2) },
  },
};

/** Beijing's pack with a section of every kind, and `changes` to those. */
export function wholePolicy(changes: object = {}): Policy {
  const { packs } = JSON.parse(beijing('beijing-2023').sources);
  const own = { schema: 'citywhistle/policy@1', id: 'own', extends: 'beijing-2023', ...rest, ...changes };
  const read = resolvePolicy(new Map(Object.entries({ ...packs, own })), 'own');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
