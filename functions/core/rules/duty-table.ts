import type { DutyList } from '../duties/duty-schema.ts';
import { listDuties } from '../duties/list-duties.ts';
import type { HandOver } from '../policy/duty-policy.ts';
import type { Policy } from '../policy/policy-schema.ts';
import type { EpochMs } from '../time.ts';
import { type ItemTable, type LeadSpec, noItem, unitFor } from './item-table.ts';
import { need } from './need.ts';
import { inForce, type Rollout } from './rollout.ts';
import { noUnit, type UnitIndex, type UnitTable } from './unit-table.ts';

/** The duty a refusal names: its code and title, and who leads instead (a unit's code). */
export interface NamedDuty {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly leadUnit?: string;
}

/** The duty list (职责清单) as columns: duty `d` has code `codes[d]`. */
export interface DutyTable {
  readonly codes: readonly string[];
  readonly titles: readonly { readonly zh: string; readonly en: string }[];
  /** Who leads where the subdistrict only assists. */
  readonly leads: readonly (LeadSpec | undefined)[];
  /** The duty of each item; -1 where the list is silent. */
  readonly ofItem: Int32Array;
  readonly appliesTo: ReadonlySet<HandOver>;
  readonly outside: 'allowed' | 'refused';
}

/** Compiles a duty list that `checkDuties` has accepted, with the pack's rules for it. */
export function compileDuties(
  list: DutyList,
  policy: NonNullable<Policy['duties']>,
  items: ItemTable,
  units: UnitTable,
): DutyTable {
  const duties = listDuties(list).map(({ duty }) => duty);
  const ofItem = new Int32Array(items.count).fill(-1);
  duties.forEach((duty, d) => {
    for (const item of duty.items) ofItem[items.byCode.get(item)!] = d;
  });
  return {
    codes: duties.map(({ code }) => code),
    titles: duties.map(({ name }) => name),
    leads: duties.map(({ leads }) =>
      leads === undefined ? undefined : { type: 'line', unit: units.byCode.get(leads)! },
    ),
    ofItem,
    appliesTo: new Set(need(policy.appliesTo, 'duties.appliesTo')),
    outside: need(policy.outside, 'duties.outside'),
  };
}

type WithDuties = {
  readonly duties: DutyTable | undefined;
  readonly rollout: Rollout;
  readonly units: UnitTable;
};

/** Why a task may not be given to a unit: against a duty, or outside the list. */
export type PushedDown = { readonly rule: string; readonly duty?: NamedDuty };

/**
 * Whether a person's giving `item` to `unit` at `now` pushes a task down against the duty list (准入). Communities and
 * grids count as their subdistrict; other units, and a matter without an item yet, are not the list's business.
 */
export function pushedDown(
  rules: WithDuties,
  way: HandOver,
  item: number,
  unit: UnitIndex,
  now: EpochMs,
): PushedDown | undefined {
  const { duties, units } = rules;
  if (duties === undefined || item === noItem || !duties.appliesTo.has(way)) return undefined;
  const street = subdistrictOf(units, unit);
  if (street === noUnit || !inForce(rules, 'duties', street, now)) return undefined;
  const d = duties.ofItem[item]!;
  if (d === -1) return duties.outside === 'refused' ? { rule: 'duties.outside' } : undefined;
  const leads = duties.leads[d];
  if (leads === undefined) return undefined;
  const leadUnit = units.codes[unitFor(leads, street, units)]!;
  return { rule: 'duties.list', duty: { code: duties.codes[d]!, ...duties.titles[d]!, leadUnit } };
}

function subdistrictOf({ kinds, areaParent }: UnitTable, unit: UnitIndex): UnitIndex {
  let at = unit;
  while (kinds[at] === 'community' || kinds[at] === 'grid') at = areaParent[at]!;
  return kinds[at] === 'subdistrict' ? at : noUnit;
}
