import { expect, it } from 'vitest';
import { parseLeadRule } from '../../../functions/core/catalogue/lead-rule.ts';

it.each([
  ['subdistrict', { type: 'subdistrict' }],
  ['district', { type: 'district' }],
  ['line:water', { type: 'line', unit: 'water' }],
  ['unit:ent-heat-01', { type: 'unit', unit: 'ent-heat-01' }],
])('takes the lead rule %s apart', (text, rule) => {
  expect(parseLeadRule(text)).toEqual(rule);
});

it.each(['', 'unit:', 'mayor', 'city:1'])('throws on "%s", which the schema never lets through', (text) => {
  expect(() => parseLeadRule(text)).toThrow('not a lead rule');
});
