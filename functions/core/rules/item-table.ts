import { catalogueItems } from '../catalogue/catalogue-items.ts';
import type { Catalogue } from '../catalogue/catalogue-schema.ts';
import { type LeadRule, parseLeadRule } from '../catalogue/lead-rule.ts';
import type { UnitIndex, UnitTable } from './unit-table.ts';
import { bureauOf, noUnit } from './unit-table.ts';

export type ItemIndex = number;

/** The ticket has no item yet: a person decides (人工分类). */
export const noItem: ItemIndex = -1;

/** Who leads or helps, with unit codes resolved. */
export type LeadSpec = { readonly type: LeadRule['type']; readonly unit: UnitIndex };

/** The catalogue as columns: item `i` has code `codes[i]`. */
export interface ItemTable {
  readonly count: number;
  readonly codes: readonly string[];
  readonly tier: Int32Array;
  readonly dispatchClass: Int32Array;
  readonly lead: readonly LeadSpec[];
  /** The rule a dispatch by catalogue names as its reason. */
  readonly leadRules: readonly string[];
  readonly helpers: readonly (readonly LeadSpec[])[];
  /** The department that supervises the trade (行业主管部门); `noUnit` where the catalogue names none. */
  readonly trade: Int32Array;
  readonly byCode: ReadonlyMap<string, ItemIndex>;
}

type Keys = { readonly tiers: ReadonlyMap<string, number>; readonly classes: ReadonlyMap<string, number> };

/** Compiles a catalogue that `checkCatalogue` has accepted against the same directory and tier keys. */
export function compileItems(catalogue: Catalogue, units: UnitTable, keys: Keys): ItemTable {
  const items = catalogueItems(catalogue).map(({ item }) => item);
  const spec = onceEach((text): LeadSpec => {
    const rule = parseLeadRule(text);
    return { type: rule.type, unit: 'unit' in rule ? units.byCode.get(rule.unit)! : noUnit };
  });
  const specs = onceEach((texts): readonly LeadSpec[] => (texts === '' ? [] : texts.split('\n').map(spec)));
  return {
    count: items.length,
    codes: items.map((item) => item.code),
    tier: Int32Array.from(items, (item) => keys.tiers.get(item.tier)!),
    dispatchClass: Int32Array.from(items, (item) => keys.classes.get(item.dispatchClass)!),
    lead: items.map((item) => spec(item.lead)),
    leadRules: items.map((item) => `catalogue.${item.code}.lead=${item.lead}`),
    helpers: items.map((item) => specs(item.helpers.join('\n'))),
    trade: Int32Array.from(items, ({ supervisor }) => units.byCode.get(supervisor ?? '') ?? noUnit),
    byCode: new Map(items.map((item, index) => [item.code, index])),
  };
}

/** Items share the few rules there are: what a dispatch reads of them then stays in the processor's cache. */
function onceEach<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}

/**
 * The unit a lead rule means at `place` (a subdistrict, or a district where nothing finer is known).
 * `line` falls back from the district's bureau to the department itself.
 */
export function unitFor(spec: LeadSpec, place: UnitIndex, units: UnitTable): UnitIndex {
  switch (spec.type) {
    case 'subdistrict':
      return place;
    case 'district':
      return place === noUnit ? noUnit : units.district[place]!;
    case 'unit':
      return spec.unit;
    case 'line':
      return place === noUnit ? spec.unit : bureauOf(units, place, spec.unit);
  }
}
