import type { AgendaMatter } from '../../../core/early/agenda/agenda-row.ts';
import { topicState } from '../../../core/early/topic/topic.ts';
import { isWithin, type UnitTable } from '../../../core/rules/unit-table.ts';
import type { EpochMs } from '../../../core/time.ts';
import { kindOfId } from '../../../core/undertaking/undertaking-id.ts';
import type { WorklistRow } from '../../../ports/stored.ts';
import { allPages } from '../../boards/read-pages.ts';
import type { Deps } from '../../deps.ts';

/** Worklists read at once: a city has thousands of units. */
const readersMax = 16;

/**
 * What presses in a unit's area (a district, or the city): tickets in dispute, tickets past their deadline, missed
 * milestones, warnings nobody answered. From the worklists as they stand, whose index is eventually consistent.
 */
export async function gatherMatters(deps: Deps, unit: string, now: EpochMs): Promise<AgendaMatter[]> {
  const { units } = deps.city.rules;
  const owners = below(units, unit).values();
  const found: AgendaMatter[] = [];
  const read = async () => {
    for (const owner of owners) {
      const rows = await allPages((page) => deps.store.worklist(owner, page));
      for (const row of rows) found.push(...(await mattersOf(deps, owner, row, now)));
    }
  };
  await Promise.all(Array.from({ length: readersMax }, read));
  return found;
}

function below(units: UnitTable, unit: string): readonly string[] {
  const top = units.byCode.get(unit);
  return top === undefined ? [] : units.codes.filter((_, index) => isWithin(units, index, top));
}

async function mattersOf(
  deps: Deps,
  owner: string,
  row: WorklistRow,
  now: EpochMs,
): Promise<readonly AgendaMatter[]> {
  const { units } = deps.city.rules;
  const { ticketId: ref, openedAt: since, item, tier, lead } = row;
  const about = (unit: string) => ({
    ref,
    unit,
    district: units.codes[units.district[units.byCode.get(unit) ?? units.city]!]!,
    since,
    ...(item === undefined ? {} : { item }),
  });
  switch (kindOfId(ref)) {
    case 'topic':
      return row.overdue ? missedMilestones(deps, ref, about, now) : [];
    case 'warning':
      return row.overdue
        ? [{ ...about(owner), kind: 'unansweredWarning', limitAt: Math.min(row.actBy ?? now, now) }]
        : [];
    case undefined:
      break;
    default:
      return [];
  }
  const unit = lead ?? owner;
  if (row.status === 'disputed') {
    return [{ ...about(unit), kind: 'disputed', tier, limitAt: row.actBy ?? since }];
  }
  // A helper sees it on its own list; it stands on the agenda for its lead.
  if (!row.overdue || unit !== owner) return [];
  return [{ ...about(unit), kind: 'overdue', tier, limitAt: row.dueAt ?? since }];
}

async function missedMilestones(
  { store }: Deps,
  id: string,
  about: (unit: string) => Omit<AgendaMatter, 'kind' | 'limitAt'>,
  now: EpochMs,
): Promise<readonly AgendaMatter[]> {
  const record = await store.loadUndertaking(id);
  if (record === undefined) return [];
  return topicState
    .parse(record.state)
    .milestones.filter(({ doneAt, by }) => doneAt === undefined && by < now)
    .map(({ key, owner, by }) => ({
      ...about(owner),
      kind: 'missedMilestone',
      milestone: key,
      limitAt: by,
    }));
}
