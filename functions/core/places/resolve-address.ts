import { err, ok, type Result } from '../result.ts';
import { comparable, findAll } from '../triage/text-matcher.ts';
import type { NameTarget, Places } from './compile-places.ts';
import { namesAnotherProvince } from './names-another-province.ts';
import type { PlaceError, PlaceFound } from './resolve-place.ts';

type Mention = NameTarget & { readonly text: string };

/**
 * Finds the place an address names; one of another province is PLACE_OUTSIDE_CITY. The rules, in order:
 * 1. A name that a district and one of its own subdistricts share (丰台) means the district.
 * 2. District names in full outrank short ones (朝阳 in 朝阳路); a subdistrict's full name outranks a short district name.
 * 3. Among subdistricts only those of the districts named count, if any do; full names before short ones, then the longest.
 * 4. What is still several units is AMBIGUOUS_PLACE; a district alone stands for itself.
 */
export const resolveAddress = (places: Places, address: string): Result<PlaceFound, PlaceError> => {
  if (namesAnotherProvince(address, places.cityName)) return err({ code: 'PLACE_OUTSIDE_CITY' });
  const mentions = mentionsIn(places, address);
  if (mentions.length === 0) return err({ code: 'PLACE_NOT_FOUND', missing: 'name' });
  const districts = preferFullNames(mentions.filter(({ isDistrict }) => isDistrict));
  const subdistricts = mentions.filter(({ isDistrict }) => !isDistrict);
  const named = new Set(districts.map(({ unit }) => unit));
  const within = subdistricts.filter(({ unit }) => named.has(places.districtOf.get(unit)!));
  if (within.length > 0) return choose(longest(preferFullNames(within)));
  const districtsAreShort = districts.every(({ isFullName }) => !isFullName);
  const fullSubdistricts = subdistricts.filter(({ isFullName }) => isFullName);
  if (districts.length === 0) return choose(longest(preferFullNames(subdistricts)));
  if (districtsAreShort && fullSubdistricts.length > 0) return choose(longest(fullSubdistricts));
  if (districtsAreShort) return choose([...districts, ...subdistricts]);
  return choose(districts);
};

const mentionsIn = (places: Places, address: string): Mention[] =>
  findAll(places.matcher, comparable(address)).flatMap(({ pattern }) => {
    const targets = places.targetsOf[pattern]!;
    const text = places.matcher.patterns[pattern]!;
    const own = new Set(targets.filter(({ isDistrict }) => isDistrict).map(({ unit }) => unit));
    return targets
      .filter(({ unit, isDistrict }) => isDistrict || !own.has(places.districtOf.get(unit)!))
      .map((target) => ({ ...target, text }));
  });

const preferFullNames = (mentions: readonly Mention[]): readonly Mention[] => {
  const full = mentions.filter(({ isFullName }) => isFullName);
  return full.length > 0 ? full : mentions;
};

const longest = (mentions: readonly Mention[]): readonly Mention[] => {
  const most = mentions.reduce((length, { text }) => Math.max(length, text.length), 0);
  return mentions.filter(({ text }) => text.length === most);
};

const choose = (mentions: readonly Mention[]): Result<PlaceFound, PlaceError> => {
  const matched = mentions[0]!.text;
  const candidates = [...new Set(mentions.map(({ unit }) => unit))].sort();
  return candidates.length === 1
    ? ok({ unit: candidates[0]!, reason: { by: 'address', matched } })
    : err({ code: 'AMBIGUOUS_PLACE', matched, candidates });
};
