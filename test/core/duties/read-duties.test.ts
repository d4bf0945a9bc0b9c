import { expect, it } from 'vitest';
import type { DutyList } from '../../../functions/core/duties/duty-schema.ts';
import { readDuties } from '../../../functions/core/duties/read-duties.ts';
import type { Policy } from '../../../functions/core/policy/policy-schema.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const name = { zh: '供水', en: 'Water' };
const listOf = (item: string): DutyList => ({
  schema: 'citywhistle/duties@1',
  id: 'small',
  provenance: { made: { assumption: 'made for a test' } },
  boards: [{ code: 'C', name, duties: [{ code: 'C1', name, part: 'lead', items: [item], from: 'made' }] }],
});
const policy = {
  duties: { list: says('small'), appliesTo: says(['triage']), outside: says('allowed') },
} as unknown as Policy;
const read = (content: unknown, pack = policy) =>
  readDuties(pack, content, smallCatalogue([smallItem({ code: 'a' })]), smallDirectory());

it('reads the list that the pack names, if it fits the city', () => {
  expect(read(listOf('a'))).toEqual({ ok: true, value: listOf('a') });
  expect(read(listOf('b'))).toEqual({
    ok: false,
    error: [{ path: 'boards[0].duties[0].items[0]', reason: 'the catalogue has no item b' }],
  });
});

it('refuses a pack whose list the city does not have, by its name', () => {
  expect(read(undefined)).toEqual({
    ok: false,
    error: [{ path: 'duties.list', reason: 'the city has no duty list "small"' }],
  });
});

it('refuses a list of another shape', () => {
  expect(read({ ...listOf('a'), id: 'Small!' })).toMatchObject({ ok: false, error: [{ path: 'id' }] });
});

it('reads none for a pack without an admission rule, whatever lies there', () => {
  expect(read(listOf('b'), {} as Policy)).toEqual({ ok: true, value: undefined });
});
