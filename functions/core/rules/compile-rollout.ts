import { dayNumber } from '../calendar/civil-day.ts';
import type { DataProblem } from '../directory/data-problem.ts';
import type { Directory, Unit } from '../directory/directory-schema.ts';
import { type RolloutFeature, rolloutFeatures } from '../policy/rollout-features.ts';
import type { PhaseUnits, RolloutPolicy } from '../policy/rollout-policy.ts';
import { type DurationMs, dayMs, NEVER } from '../time.ts';
import { need } from './need.ts';
import type { InForceSince, Rollout } from './rollout.ts';
import { noUnit, type UnitTable } from './unit-table.ts';

/** What is wrong with the phases of a pack for this directory: units it does not have, more drawn than there are. */
export function rolloutProblems(policy: RolloutPolicy | undefined, { units }: Directory): DataProblem[] {
  const codes = new Set(units.map(({ code }) => code));
  return Object.entries(policy ?? {}).flatMap(([key, { units: leaf }]) => {
    const chosen = leaf.value;
    const path = `rollout.${key}.units`;
    if (chosen === null || chosen === 'all') return [];
    if (Array.isArray(chosen)) {
      return chosen
        .filter((code) => !codes.has(code))
        .map((code) => ({ path, reason: `there is no unit ${code}` }));
    }
    if ('within' in chosen) {
      return codes.has(chosen.within) ? [] : [{ path, reason: `there is no unit ${chosen.within}` }];
    }
    const there = drawable(units, chosen.kind).length;
    const wanted = 'count' in chosen ? chosen.count : 1;
    return there >= wanted
      ? []
      : [{ path, reason: `draws ${wanted} units of kind ${chosen.kind}; the directory has ${there}` }];
  });
}

/** Compiles a pack's phases that {@link rolloutProblems} has nothing against. A day begins at the city's midnight. */
export function compileRollout(
  policy: RolloutPolicy | undefined,
  directory: Directory,
  units: UnitTable,
  utcOffsetMs: DurationMs,
): Rollout {
  const phases = Object.entries(policy ?? {}).map(([key, { from, units: chosen, rules }]) => ({
    key,
    from: dayNumber(need(from, `rollout.${key}.from`)) * dayMs - utcOffsetMs,
    covers: coverage(need(chosen, `rollout.${key}.units`), directory, units),
    rules: need(rules, `rollout.${key}.rules`),
  }));
  const phaseKeys = phases.map(({ key }) => key);
  const since = (feature: RolloutFeature): InForceSince => {
    const own = phases.filter(({ rules }) => rules.includes(feature));
    const from = new Float64Array(units.count).fill(NEVER);
    const phase = new Uint8Array(units.count).fill(phaseKeys.indexOf(own[0]!.key));
    for (const { key, from: first, covers } of own) {
      for (let unit = 0; unit < units.count; unit += 1) {
        if (!covers(unit) || from[unit]! <= first) continue;
        from[unit] = first;
        phase[unit] = phaseKeys.indexOf(key);
      }
    }
    return { from, phase, phaseKeys };
  };
  const named = rolloutFeatures.filter((feature) => phases.some(({ rules }) => rules.includes(feature)));
  return Object.fromEntries(named.map((feature) => [feature, since(feature)]));
}

/** Whether a unit, or one above it by area (块), is among the chosen. */
function coverage(chosen: PhaseUnits, directory: Directory, units: UnitTable): (unit: number) => boolean {
  if (chosen === 'all') return () => true;
  const roots = new Set(rootsOf(chosen, directory).map((code) => units.byCode.get(code)!));
  return (unit) => {
    for (let at = unit; at !== noUnit; at = units.areaParent[at]!) if (roots.has(at)) return true;
    return false;
  };
}

function rootsOf(chosen: Exclude<PhaseUnits, 'all'>, { units }: Directory): readonly string[] {
  if (Array.isArray(chosen)) return chosen;
  if ('within' in chosen) return [chosen.within];
  const lots = drawable(units, chosen.kind)
    .map(({ code }) => ({ code, lot: lotOf(`${chosen.seed}:${code}`) }))
    .sort((a, b) => a.lot - b.lot);
  const count = 'count' in chosen ? chosen.count : Math.round(chosen.share * lots.length);
  return lots.slice(0, count).map(({ code }) => code);
}

const drawable = (units: readonly Unit[], kind: string) =>
  units.filter((unit) => unit.kind === kind && !unit.zone);

/** A lot between 0 and 2^32 from a text: FNV-1a, then murmur3's finish, so that near codes fall far apart. */
function lotOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
