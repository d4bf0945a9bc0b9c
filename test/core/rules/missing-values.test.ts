import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../functions/core/calendar/calendar.ts';
import { calendarSchema } from '../../../functions/core/calendar/calendar-schema.ts';
import type { Policy } from '../../../functions/core/policy/policy-schema.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { compileRules } from '../../../functions/core/rules/compile-rules.ts';
import { beijing } from '../../support/beijing.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const title = { zh: '名', en: 'Name' };
const name = { zh: '供水', en: 'Water' };
const duty = { code: 'C1', name, part: 'assist' as const, leads: 'water', items: ['a'], from: 'made' };
const city = {
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
      ),
    ]),
  ),
};

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

function wholePolicy(): Policy {
  const { packs } = JSON.parse(beijing('beijing-2023').sources);
  const own = { schema: 'citywhistle/policy@1', id: 'own', extends: 'beijing-2023', ...rest };
  const read = resolvePolicy(new Map(Object.entries({ ...packs, own })), 'own');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The paths of the values of a pack, or of a part of it. Which file holds the duties is asked before rules are compiled. */
function pathsOf(part: object, path: string): string[] {
  if (Object.hasOwn(part, 'value')) return path === 'duties.list' ? [] : [path];
  return Object.entries(part).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? pathsOf(inner, `${path}.${key}`) : [],
  );
}

/** The pack with one value marked as unknown. */
function without<Part extends object>(part: Part, [key, ...below]: readonly string[]): Part {
  if (key === undefined) return { value: null, unknown: 'nobody published it' } as unknown as Part;
  return { ...part, [key]: without((part as Record<string, object>)[key]!, below) };
}

const sections = [
  ...['tiers', 'intake', 'dispatch', 'dispute', 'handling', 'escalation', 'callback', 'reopen'],
  ...['whistleKinds', 'score', 'rollout', 'duties', 'powers', 'sharing', 'early'],
] as const;

describe('the rules of a pack', () => {
  it('are compiled where every value is known', () => {
    expect(compileRules({ ...city, policy: wholePolicy() })).toMatchObject({ ok: true });
  });

  it.each(sections)('stop at each value of %s that nobody published, by its own path', (section) => {
    const whole = wholePolicy();
    const paths = pathsOf(whole[section as keyof Policy] as object, section);

    const refused = paths.map((path) => {
      const compiled = compileRules({ ...city, policy: without(whole, path.split('.')) });
      return compiled.ok ? 'compiled' : compiled.error.map((problem) => problem.path).join();
    });

    expect(refused).toEqual(paths);
    expect(paths.length).toBeGreaterThan(0);
  });
});
