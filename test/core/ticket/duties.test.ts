import { describe, expect, it } from 'vitest';
import { keep } from '../../../functions/core/ticket/command.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { cityText } from '../../cities/read-city.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const list = JSON.parse(cityText('beijing', 'duties.json'));
const admission = (changes: object = {}) => ({
  duties: {
    list: says('duties'),
    appliesTo: says(['triage', 'arbitrate']),
    outside: says('allowed'),
    ...changes,
  },
});
const byCatalogue = overlaidCity(admission(), 'beijing-2023', { duties: list });
const straight = overlaidCity(admission(), 'beijing-2019', { duties: list });

/** A burst main (0101-01): duty C09, led by the water authority. */
const burstPipe = { itemCode: '0101-01', placeCode: '110101017' };
const street = '110101017';
const againstWater = {
  code: 'NOT_IN_REMIT',
  rule: 'duties.list',
  field: 'lead',
  duty: { code: 'C09', zh: '供水保障', en: 'Water supply', leadUnit: '110101-water' },
};

/** A disputed burst main, ready to be arbitrated by the district. */
function disputed(city: typeof byCatalogue) {
  const pipe = new Case(city, burstPipe, monday);
  pipe.ask({ type: 'dispute' }, monday);
  const give = (code: string) =>
    pipe.ask({ type: 'arbitrate', lead: pipe.unit(code) }, monday + hourMs, pipe.unit('110101'));
  return { pipe, give };
}

describe('a task that the subdistrict only assists in', () => {
  it('is not pushed down to it by an arbitration: the duty and who leads it are named', () => {
    const { pipe, give } = disputed(byCatalogue);

    expect(give(street)).toEqual(againstWater);
    expect(pipe.status).toBe('disputed');
    expect(give('110101-water')).toBeUndefined();
    expect(pipe.leadCode).toBe('110101-water');
  });

  it('is not pushed down to it by a matter that takes the ticket', () => {
    const pipe = new Case(byCatalogue, burstPipe, monday);
    const join = (code: string) =>
      pipe.ask({ type: 'joinMatter', lead: pipe.unit(code) }, monday, pipe.unit('110000'));

    expect(join(street)).toEqual(againstWater);
    expect(pipe.leadCode).toBe('ent-water');
    expect(join('110101-water')).toBeUndefined();
  });

  it('is not pushed down to it by a matter that lets the ticket go', () => {
    const pipe = new Case(byCatalogue, burstPipe, monday);
    pipe.ask({ type: 'joinMatter', lead: pipe.unit('110101-water') }, monday, pipe.unit('110000'));
    const leave = (code: string) =>
      pipe.ask({ type: 'leaveMatter', lead: pipe.unit(code) }, monday + hourMs, pipe.unit('110000'));

    expect(leave(street)).toEqual(againstWater);
    expect(pipe.leadCode).toBe('110101-water');
    expect(leave('ent-water')).toBeUndefined();
    expect(pipe.leadCode).toBe('ent-water');
  });

  it('is not pushed down to it by hand, before the ticket has a lead', () => {
    const pipe = new Case(byCatalogue, { placeCode: street }, monday);
    const triage = {
      type: 'triage',
      item: byCatalogue.rules.items.byCode.get('0101-01')!,
      tier: keep,
      place: keep,
    } as const;

    expect(pipe.ask({ ...triage, lead: pipe.unit(street) }, monday, -2)).toEqual(againstWater);
    expect(pipe.ask({ ...triage, lead: keep }, monday, -2)).toBeUndefined();
    expect(pipe.leadCode).toBe('ent-water');
  });

  it('may go to it by the rule that sends everything straight there, which is nobody’s pushing down', () => {
    const byRule = new Case(straight, burstPipe, monday);
    const byHand = new Case(straight, { placeCode: street }, monday);
    const item = straight.rules.items.byCode.get('0101-01')!;

    expect(byRule.leadCode).toBe(street);
    expect(
      byHand.ask({ type: 'triage', item, tier: keep, place: keep, lead: byHand.unit(street) }, monday, -2),
    ).toBeUndefined();
  });

  it('stays with a subdistrict that leads it already, when the arbiter confirms the first receiver', () => {
    const { pipe, give } = disputed(straight);

    expect(give(street)).toBeUndefined();
    expect(pipe.leadCode).toBe(street);
  });

  it('may still ask for its help', () => {
    const pipe = new Case(byCatalogue, burstPipe, monday);
    const other = pipe.unit('110101001');

    expect(pipe.ask({ type: 'addHelper', unit: other }, monday)).toBeUndefined();
  });
});

describe('a duty list', () => {
  it('lets a task be given to the subdistrict that leads the duty', () => {
    const noise = new Case(byCatalogue, { ...burstPipe, itemCode: '0303-04' }, monday);
    noise.ask(
      { type: 'reclassify', item: byCatalogue.rules.items.byCode.get('0303-01')!, tier: keep },
      monday,
      -2,
    );
    noise.ask({ type: 'dispute' }, monday);

    expect(noise.leadCode).toBe('110101-urban');
    expect(
      noise.ask({ type: 'arbitrate', lead: noise.unit(street) }, monday, noise.unit('110101')),
    ).toBeUndefined();
  });

  it('refuses what it does not cover where the pack says so, and leaves it alone elsewhere', () => {
    const short = { ...list, boards: list.boards.slice(0, 1) };
    const strict = overlaidCity(admission({ outside: says('refused') }), 'beijing-2023', { duties: short });
    const open = overlaidCity(admission(), 'beijing-2023', { duties: short });

    expect(disputed(strict).give(street)).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'duties.outside',
      field: 'lead',
    });
    expect(disputed(open).give(street)).toBeUndefined();
  });

  it('binds only the ways of giving a task that the pack names', () => {
    const triageOnly = overlaidCity(admission({ appliesTo: says(['triage']) }), 'beijing-2023', {
      duties: list,
    });

    expect(disputed(triageOnly).give(street)).toBeUndefined();
  });

  it('waits for its phase', () => {
    const later = { from: says('2027-01-01'), units: says('all'), rules: says(['duties']) };
    const city = overlaidCity({ ...admission(), rollout: { later } }, 'beijing-2023', { duties: list });

    expect(disputed(city).give(street)).toBeUndefined();
  });

  it('that the pack names has to be there', () => {
    expect(() => overlaidCity(admission(), 'beijing-2023')).toThrow('the city has no duty list \\"duties\\"');
  });
});
