import { err, ok, type Result } from '../../core/result.ts';
import { type Match, matchesOf } from '../../core/sharing/match.ts';
import type { Project } from '../../core/sharing/project.ts';
import type { Share, ShareList } from '../../core/sharing/share.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import type { Shared } from '../../ports/share-store.ts';
import type { Note } from '../../ports/stored.ts';
import { allPages } from '../boards/read-pages.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { NotFound, UnknownUnit } from '../errors.ts';
import { type NoSharing, noSharing } from './sharing-errors.ts';

/** One of the three lists (资源清单, 需求清单, 项目清单) of a subdistrict or district. Open to every unit: that is their use. */
export async function listShared(
  { store, city }: Deps,
  { list, area, page }: { list: ShareList | 'project'; area: string; page: PageRequest },
): Promise<Result<Page<Shared>, UnknownUnit>> {
  const { kinds, byCode, district, codes } = city.rules.units;
  const unit = byCode.get(area);
  if (unit === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: area });
  const within = codes[district[unit]!]!;
  const place = kinds[unit] === 'subdistrict' ? { place: area } : {};
  return ok(await store.listShared({ list, district: within, ...place }, page));
}

/** A need with the resources of its district that it could use, best first. */
export async function matchNeed(
  { store, city }: Deps,
  id: string,
): Promise<Result<{ need: Share; matches: readonly Match[] }, NotFound | NoSharing>> {
  const { sharing } = city.rules;
  if (sharing === undefined) return err(noSharing);
  const need = await store.loadShared(id);
  if (need?.list !== 'need') return err({ code: 'NOT_FOUND' });
  const all = await allPages((page) => store.listShared({ list: 'resource', district: need.district }, page));
  const resources = all.flatMap((one) => (one.list === 'resource' ? [one] : []));
  return ok({ need, matches: matchesOf(need, resources, sharing) });
}

/** A project with what both sides said, oldest first. Its words are for the two sides alone. */
export async function readProject(
  { store }: Deps,
  id: string,
  caller: Caller,
): Promise<Result<{ project: Project; notes: readonly Note[] }, NotFound>> {
  const project = await store.loadShared(id);
  if (project?.list !== 'project') return err({ code: 'NOT_FOUND' });
  const isSide = caller.unit === project.owners.need || caller.unit === project.owners.resource;
  return ok({ project, notes: isSide ? await allPages((page) => store.notes(id, page)) : [] });
}
