import { describe, expect, it } from 'vitest';
import { resolvePlace } from '../../../functions/core/places/resolve-place.ts';
import { requestKinds } from '../../../functions/core/ticket/kinds.ts';
import { guessItem } from '../../../functions/core/triage/guess-item.ts';
import { submission } from '../../../functions/usecases/submission.ts';
import { simulate } from '../../../sim/city/run-city.ts';
import { first } from '../../../sim/load/first.ts';
import { type LoadCity, loadCity } from '../../../sim/load/load-city.ts';
import { syntheticRequests } from '../../../sim/load/synthetic-requests.ts';
import { beijing } from '../../support/beijing.ts';

const cityOf = (seed: number): LoadCity => {
  const loaded = loadCity({ scenario: 'beijing-day', seed, days: undefined });
  if (!loaded.ok) throw new Error(loaded.error.join('; '));
  return loaded.value;
};
const city = cityOf(1);
const some = [...first(syntheticRequests(city), 1_500)];

describe('the synthetic requests of a scenario', () => {
  it('are the same for the same seed and others for another', () => {
    const again = [...first(syntheticRequests(cityOf(1)), 50)];
    const other = [...first(syntheticRequests(cityOf(2)), 50)];

    expect(again).toEqual(some.slice(0, 50));
    expect(other.map(({ at }) => at)).not.toEqual(some.slice(0, 50).map(({ at }) => at));
    expect(other.map(({ body }) => body.contact)).not.toEqual(again.map(({ body }) => body.contact));
  });

  it('are the very contacts that a run of the scenario meets, in its order', () => {
    const met: string[] = [];
    const { rules } = city.setup;
    const ignore = () => undefined;
    simulate(city.setup, {
      sink: {
        open: (_, at, opening) => {
          met.push(`${at} ${requestKinds[opening.kind]} ${rules.items.codes[opening.item]}`);
        },
        command: ignore,
        entry: ignore,
        effect: ignore,
      },
      isEnough: () => met.length >= 3_000,
    });

    let from = 0;
    const missing = some.filter(({ at, body }) => {
      const found = met.indexOf(`${at} ${body.kind} ${body.itemCode}`, from);
      if (found >= 0) from = found + 1;
      return found < 0;
    });

    expect(met.length).toBeGreaterThanOrEqual(3_000);
    expect(missing).toEqual([]);
  });

  it('are taken by the service as they are', () => {
    const faults = some.filter(({ body }) => !submission.safeParse(body).success);

    expect(faults).toEqual([]);
    expect(new Set(some.map(({ body }) => body.sourceKey)).size).toBe(some.length);
  });

  it('name a place that leads to where the scenario put them', () => {
    const strays = some.filter(({ body: { place } }) => {
      const found = resolvePlace(
        city.places,
        place.unitCode === undefined ? place : { unitCode: place.unitCode },
      );
      return !(
        found.ok &&
        place.address.startsWith(city.placeNames[city.setup.rules.units.byCode.get(found.value.unit)!]!)
      );
    });

    expect(strays).toEqual([]);
    expect(some.filter(({ body }) => body.place.unitCode === undefined).length).toBeGreaterThan(1_400);
  });

  it('say what they are about in words that the service finds the item by, nine times in ten', () => {
    const { triage } = beijing();

    const found = some.filter(
      ({ body }) => guessItem(triage, `${body.title}\n${body.description}`)?.itemCode === body.itemCode,
    );

    expect(found.length / some.length).toBeGreaterThan(0.9);
  });

  it('give a caller who calls again the same name and number', () => {
    const byPhone = [...Map.groupBy(some, ({ body }) => body.contact.phone).values()];
    const repeated = byPhone.filter((requests) => requests.length > 1);

    expect(repeated.length).toBeGreaterThan(20);
    expect(repeated.filter((own) => new Set(own.map(({ body }) => body.contact.name)).size > 1)).toEqual([]);
  });
});

it('refuses a scenario nobody knows and names those that are known', () => {
  const loaded = loadCity({ scenario: 'atlantis', seed: 1, days: undefined });

  expect(loaded.ok ? [] : loaded.error.join(' ')).toContain('unknown scenario "atlantis"; known: ');
});
