import { describe, expect, it } from 'vitest';
import { howNear } from '../../../../functions/core/early/repeat/how-near.ts';

const rules = { withinMs: 1, distanceMaxM: 150, lookedAtMax: 20, offeredMax: 5 };
/** 天安门; a degree of latitude is 111,195 m on a sphere of the mean radius. */
const here = { lat: 39.90872, lng: 116.39748 };
const north = (metres: number) => ({ lat: here.lat + metres / 111_195, lng: here.lng });

describe('two spots', () => {
  it.each([
    [149, true],
    [151, false],
  ])('%i m apart are near: %s, where 150 m are allowed', (metres, isNear) => {
    expect(howNear(here, north(metres), rules)).toEqual(
      isNear ? { basis: 'distance', distanceM: metres } : undefined,
    );
  });

  it('are measured along the parallel too, where degrees are shorter', () => {
    const east = { lat: here.lat, lng: here.lng + 100 / (111_195 * Math.cos((here.lat * Math.PI) / 180)) };

    expect(howNear(here, east, rules)).toEqual({ basis: 'distance', distanceM: 100 });
  });

  it('at one address are near, however it is written', () => {
    const one = { address: '东城区 安乐林路１号，A座' };
    const other = { address: '东城区安乐林路1号a座' };

    expect(howNear(one, other, rules)).toEqual({ basis: 'address' });
    expect(howNear(one, { address: '东城区安乐林路2号a座' }, rules)).toBeUndefined();
  });

  it('are told by coordinates where both have them, whatever their addresses say', () => {
    const address = '安乐林路1号';

    expect(howNear({ ...here, address }, { ...north(500), address }, rules)).toBeUndefined();
    expect(howNear({ ...here, address }, { address }, rules)).toEqual({ basis: 'address' });
  });

  it('of which nothing is known are not near', () => {
    expect(howNear({}, {}, rules)).toBeUndefined();
    expect(howNear({ address: ' ，' }, { address: '' }, rules)).toBeUndefined();
    expect(howNear(here, {}, rules)).toBeUndefined();
  });
});

describe('two spots at the edge of what is known', () => {
  const exact = { withinMs: 1, lookedAtMax: 1, offeredMax: 1, distanceMaxM: 0 };
  const spot = { lat: 39.9, lng: 116.4, address: '东单 北大街1号' };

  it('are near at the very distance the pack allows', () => {
    expect(howNear(spot, { ...spot, address: '别处' }, exact)).toEqual({ basis: 'distance', distanceM: 0 });
    expect(howNear(spot, { ...spot, lat: 39.91 }, exact)).toBeUndefined();
  });

  it.each([
    ['no coordinates', {}],
    ['a latitude alone', { lat: 39.9 }],
    ['a longitude alone', { lng: 116.4 }],
  ])('are compared by address where one has %s', (_, known) => {
    const other = { ...known, address: '东单北大街１号' };

    expect([howNear(spot, other, exact), howNear(other, spot, exact)]).toEqual([
      { basis: 'address' },
      { basis: 'address' },
    ]);
    expect(howNear(spot, known, exact)).toBeUndefined();
  });
});
