import type { RequestKind } from '../../../../functions/core/ticket/kinds.ts';
import { requestKinds } from '../../../../functions/core/ticket/kinds.ts';
import { type Summons, summonsStatusNames } from '../../../../functions/core/ticket/ticket.ts';
import { beijing } from '../../../support/beijing.ts';
import { Case, monday } from '../../../support/case.ts';
import { overlaidCity, says } from '../../../support/overlaid-city.ts';

const emergencyUnits = ['department', 'bureau', 'branch', 'team', 'enterprise'];

export const street = '110101017';
export const district = '110101';
/** A community of the street: Beijing's file names none. */
export const community = '110101017001';

const shipped = JSON.parse(beijing('beijing-2019').sources).directory;
const directory = {
  ...shipped,
  units: [
    ...shipped.units,
    {
      code: community,
      kind: 'community',
      name: { zh: '某社区' },
      areaParent: street,
      from: shipped.units[0].from,
    },
  ],
};

/** Beijing with a whistle of each shape: through the district, with outputs, rated by both sides, released by anybody. */
export const city = overlaidCity(
  {
    whistleKinds: {
      emergency: {
        blowers: says(['subdistrict', 'community', 'grid', 'district', 'city']),
        summons: says([...emergencyUnits, 'district']),
        single: says('district'),
        passWithin: says('PT10M'),
        rating: { by: says('both'), board: says('mutual') },
      },
      enforcement: { release: says(['lead', 'area', 'supervisor']), delayTo: says('summoned') },
      'key-work': {
        about: says(['service', 'project']),
        blowers: says(['bureau', 'subdistrict']),
        relations: says(['area']),
        summons: says(emergencyUnits),
        arriveWithin: says('none'),
        endsWhen: says('released'),
        rating: null,
        outputs: says([
          { key: 'letter', title: { zh: '一函告', en: 'One letter' }, count: 1 },
          { key: 'lists', title: { zh: '五清单', en: 'Five lists' }, count: 5 },
        ]),
      },
    },
  },
  'beijing-2019',
  { directory },
);

/** A burst pipe (or another matter) at 永定门外, led by its subdistrict, with commands by the codes of units. */
export class Whistled extends Case {
  constructor(kind: RequestKind = 'help', from = city) {
    super(from, { itemCode: '0101-01', placeCode: street, kind: requestKinds.indexOf(kind) }, monday);
  }

  blow(kind: string, codes: readonly string[], { by = street, at = monday, onCall = false } = {}) {
    const units = codes.map((code) => this.unit(code));
    const whistle = { kind: city.rules.whistleByKey.get(kind)!, units, onCall };
    return this.ask({ type: 'blowWhistle', ...whistle }, at, this.unit(by));
  }

  /** Gives the ticket to another lead: its unit disputes, and the city names that one. */
  giveTo(lead: string): void {
    this.ask({ type: 'dispute' }, monday);
    this.ask({ type: 'arbitrate', lead: this.unit(lead) }, monday, city.rules.units.city);
  }

  /** The latest summons of a unit. */
  summonsOf(code: string): Summons {
    return this.ticket.summonses.findLast(({ unit }) => unit === this.unit(code))!;
  }

  stands(code: string): string {
    return summonsStatusNames[this.summonsOf(code).status]!;
  }

  /** Who was told of the last time `event` was owed to anybody, by code. */
  told(event: string, kind = 'notice'): string[] {
    return this.owed
      .filter((one) => one.event === event && one.kind === kind)
      .map(({ to }) => this.codeOf(to));
  }

  codeOf(unit: number): string {
    return city.rules.units.codes[unit]!;
  }

  codesOfKind(...kinds: readonly string[]): string[] {
    const { codes, kinds: kindOf } = city.rules.units;
    return codes.filter((_, unit) => kinds.includes(kindOf[unit]!));
  }

  /** Arrives, does its task, and says so. */
  work(code: string, at: number): void {
    this.ask({ type: 'arrive' }, at, this.unit(code));
    this.ask({ type: 'finishTask' }, at, this.unit(code));
  }
}
