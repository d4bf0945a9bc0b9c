import type { Places } from '../core/places/compile-places.ts';
import { type PlaceError, resolvePlace } from '../core/places/resolve-place.ts';
import { parseDuration } from '../core/policy/duration.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Rules } from '../core/rules/rules.ts';
import { noUnit } from '../core/rules/unit-table.ts';
import { type Command, keep } from '../core/ticket/command.ts';
import { Answer } from '../core/ticket/kinds.ts';
import { NEVER } from '../core/time.ts';
import type { Invalid, UnknownItem, UnknownUnit } from './errors.ts';
import type { WireCommand } from './wire-command.ts';

type Unclear = Invalid | UnknownItem | UnknownUnit | PlaceError;

/** Thrown inside the translation and caught at its edge: a code in the body that the ticket's rules do not know. */
class Unknown extends Error {
  readonly unclear: Unclear;

  constructor(unclear: Unclear) {
    super(unclear.code);
    this.unclear = unclear;
  }
}

/** Translates a client's command into the indexes of the ticket's own rules; coordinates are looked up in `places`. */
export function toCommand(
  wire: WireCommand,
  by: number,
  rules: Rules,
  places: Places,
): Result<Command, Unclear> {
  try {
    return ok({ ...translate(wire, rules, places), by } as Command);
  } catch (cause) {
    if (cause instanceof Unknown) return err(cause.unclear);
    throw cause;
  }
}

function translate(wire: WireCommand, rules: Rules, places: Places): object {
  const { type } = wire;
  switch (type) {
    case 'triage': {
      const { itemCode, tier, placeCode, leadUnit } = wire.body;
      return {
        type,
        item: itemOf(itemCode, rules),
        tier: tierOf(tier, rules),
        place: placeCode === undefined ? keep : placeOf(placeCode, rules),
        lead: unitOr(leadUnit, rules),
      };
    }
    case 'reclassify':
      return { type, item: itemOf(wire.body.itemCode, rules), tier: tierOf(wire.body.tier, rules) };
    case 'arbitrate':
    case 'joinMatter':
      return { type, lead: unitOf(wire.body.leadUnit, rules) };
    case 'leaveMatter':
      return { type, lead: unitOr(wire.body.leadUnit, rules) };
    case 'askExtension':
      return { type, byMs: parseDuration(wire.body.by)! };
    case 'suspend':
      return { type, reviewAt: wire.body.reviewAt === undefined ? NEVER : Date.parse(wire.body.reviewAt) };
    case 'addHelper':
    case 'release':
    case 'failSummons':
    case 'sendStandIn':
    case 'urgeSummons':
      return { type, unit: unitOf(wire.body.unitCode, rules) };
    case 'passOn':
      return { type, unit: unitOf(wire.body.unitCode, rules), to: unitOr(wire.body.toUnit, rules) };
    case 'ruleOnSummons':
      return { type, unit: unitOf(wire.body.unitCode, rules), excused: wire.body.excused };
    case 'rateSummons':
      return { type, unit: unitOf(wire.body.unitCode, rules), points: wire.body.points };
    case 'arrive':
      return { type, place: reportedFrom(wire.body, rules, places) };
    case 'fileOutput':
      return { type, output: wire.body.output, whistle: wire.body.whistle ?? keep };
    case 'blowWhistle':
      return {
        type,
        kind: known(rules.whistleByKey, wire.body.kind, 'kind'),
        units: wire.body.unitCodes.map((code) => unitOf(code, rules)),
        onCall: wire.body.onCall ?? false,
      };
    case 'recordCallback': {
      const { reached, responded, resolved, grade } = wire.body;
      const satisfied = grade === undefined ? undefined : known(rules.callback.grades, grade, 'grade');
      return {
        type,
        reached,
        responded: answer(responded),
        resolved: answer(resolved),
        satisfied: answer(satisfied),
      };
    }
    default:
      return { type };
  }
}

function itemOf(code: string | undefined, rules: Rules): number {
  if (code === undefined) return keep;
  const item = rules.items.byCode.get(code);
  if (item === undefined) throw new Unknown({ code: 'UNKNOWN_ITEM', itemCode: code });
  return item;
}

function tierOf(key: string | undefined, rules: Rules): number {
  return key === undefined ? keep : known(rules.tierByKey, key, 'tier');
}

function unitOf(code: string, rules: Rules): number {
  const unit = rules.units.byCode.get(code);
  if (unit === undefined) throw new Unknown({ code: 'UNKNOWN_UNIT', unitCode: code });
  return unit;
}

/** The subdistrict or district a unit lies in, as for a submission: a department of the city is no place. */
function placeOf(code: string, rules: Rules): number {
  const { kinds, areaParent } = rules.units;
  let at = unitOf(code, rules);
  while (at !== noUnit && kinds[at] !== 'subdistrict' && kinds[at] !== 'district') at = areaParent[at]!;
  if (at === noUnit) throw new Unknown({ code: 'UNKNOWN_UNIT', unitCode: code });
  return at;
}

/** Where a summoned unit says it is; `keep` where it does not say, or where coordinates cannot be told apart. */
function reportedFrom(
  { placeCode, location }: Extract<WireCommand, { type: 'arrive' }>['body'],
  rules: Rules,
  places: Places,
): number {
  if (placeCode !== undefined) return placeOf(placeCode, rules);
  if (location === undefined) return keep;
  const found = resolvePlace(places, location);
  if (found.ok) return rules.units.byCode.get(found.value.unit) ?? keep;
  if (found.error.code === 'PLACE_OUTSIDE_CITY') throw new Unknown(found.error);
  return keep;
}

const unitOr = (code: string | undefined, rules: Rules) => (code === undefined ? keep : unitOf(code, rules));

function known<Value>(values: ReadonlyMap<string, Value>, key: string, field: string): Value {
  const value = values.get(key);
  if (value !== undefined) return value;
  throw new Unknown({ code: 'INVALID', field, reason: `expected one of ${[...values.keys()].join(', ')}` });
}

const answer = (said: boolean | undefined): Answer =>
  said === undefined ? Answer.unknown : said ? Answer.yes : Answer.no;
