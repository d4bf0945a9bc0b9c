import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isOwnArea } from '../../core/rules/own-area.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { noUnit } from '../../core/rules/unit-table.ts';
import { type Share, shareLists } from '../../core/sharing/share.ts';
import type { StoredShared } from '../../ports/share-store.ts';
import { actorOf, type Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Forbidden, Invalid, OtherBody, UnknownUnit } from '../errors.ts';
import { commandTitle } from '../submission.ts';
import { ticketIdOf } from '../ticket-id.ts';
import { type NoSharing, noSharing } from './sharing-errors.ts';

/** A line for the list of resources or of needs. */
export const shareRequest = z.strictObject({
  list: z.enum(shareLists),
  /** A key of the pack's `sharing.kinds`. */
  kind: z.string().min(1).max(40),
  /** The subdistrict it is for, or one of its communities; absent: where the unit is. */
  placeCode: unitCode.optional(),
  /** How much, in the kind's own measure: persons, rooms, hours. */
  capacity: z.int().min(1).max(100_000),
  title: commandTitle,
});

type RegisterError = NoSharing | Forbidden | Invalid | OtherBody | UnknownUnit;

/**
 * Puts a resource or a need on the lists (双报到, 双向需求征集). A need is for the unit's own area; a resource may be offered
 * anywhere, since people report both where they work and where they live. The same command is the same line.
 */
export async function registerShare(
  { store, clock, city, ...deps }: Deps,
  body: z.infer<typeof shareRequest>,
  commandId: string,
  caller: Caller,
): Promise<Result<{ share: Share; isNew: boolean }, RegisterError>> {
  const { rules } = city;
  if (rules.sharing === undefined) return err(noSharing);
  const owner = actorOf(caller, rules);
  if (owner < 0) return err({ code: 'FORBIDDEN' });
  if (!rules.sharing.kinds.has(body.kind)) {
    const reason = `expected one of ${[...rules.sharing.kinds].join(', ')}`;
    return err({ code: 'INVALID', field: 'kind', reason });
  }
  const placeCode = body.placeCode ?? rules.units.codes[owner]!;
  const place = placeOf(rules, placeCode);
  if (place === noUnit) return err({ code: 'UNKNOWN_UNIT', unitCode: placeCode });
  if (body.list === 'need' && !isOwnArea(rules.units, owner, place)) return err({ code: 'FORBIDDEN' });
  const { list, kind, capacity, title } = body;
  const share: StoredShared<Share> = {
    id: ticketIdOf(deps, 'share', commandId),
    list,
    owner: rules.units.codes[owner]!,
    place: rules.units.codes[place]!,
    district: rules.units.codes[rules.units.district[place]!]!,
    kind,
    title,
    capacity,
    commitments: [],
    openedAt: clock.now(),
    rev: 1,
  };
  if ((await store.putShared(share)) === 'saved') return ok({ share, isNew: true });
  const there = (await store.loadShared(share.id)) as StoredShared<Share>;
  return isSame(there, share) ? ok({ share: there, isNew: false }) : err({ code: 'CONFLICT' });
}

/** Whether a line is the one that is asked for again; its words may have been erased since. */
const isSame = (there: Share, { list, place, kind, capacity, title }: Share): boolean =>
  there.list === list &&
  there.place === place &&
  there.kind === kind &&
  there.capacity === capacity &&
  (there.closedAt !== undefined || there.title === title);

/** The subdistrict a unit lies in, or its district; `noUnit` for the city, which is no place. */
function placeOf({ units }: Rules, code: string): number {
  const { kinds, areaParent } = units;
  let at = units.byCode.get(code) ?? noUnit;
  while (at !== noUnit && kinds[at] !== 'subdistrict' && kinds[at] !== 'district') at = areaParent[at]!;
  return at;
}
