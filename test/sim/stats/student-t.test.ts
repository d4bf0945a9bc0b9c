import { describe, expect, it } from 'vitest';
import { studentTQuantile, studentTWithin } from '../../../sim/stats/student-t.ts';

describe("Student's t", () => {
  // Two-sided 95 % and 99 % points as printed in tables (Fisher and Yates; NIST e-Handbook 1.3.6.7.2).
  it.each([
    { freedom: 1, at95: 12.706, at99: 63.657 },
    { freedom: 2, at95: 4.303, at99: 9.925 },
    { freedom: 3, at95: 3.182, at99: 5.841 },
    { freedom: 4, at95: 2.776, at99: 4.604 },
    { freedom: 9, at95: 2.262, at99: 3.25 },
    { freedom: 10, at95: 2.228, at99: 3.169 },
    { freedom: 29, at95: 2.045, at99: 2.756 },
    { freedom: 30, at95: 2.042, at99: 2.75 },
    { freedom: 100, at95: 1.984, at99: 2.626 },
  ])('has the tabulated points for $freedom degrees of freedom', ({ freedom, at95, at99 }) => {
    expect(studentTQuantile(0.95, freedom)).toBeCloseTo(at95, 3);
    expect(studentTQuantile(0.99, freedom)).toBeCloseTo(at99, 3);
  });

  it('is exact where a closed form is known: one and two degrees of freedom', () => {
    expect(studentTQuantile(0.95, 1)).toBeCloseTo(Math.tan((0.95 * Math.PI) / 2), 9);
    expect(studentTWithin(1.5, 2)).toBeCloseTo(1.5 / Math.sqrt(2 + 1.5 ** 2), 14);
  });

  it('nears the normal quantile for many degrees of freedom', () => {
    expect(studentTQuantile(0.95, 1_000_000)).toBeCloseTo(1.959966, 5);
  });

  it('inverts itself', () => {
    for (const freedom of [1, 2, 5, 40, 343]) {
      for (const within of [0.01, 0.5, 0.9, 0.999]) {
        expect(studentTWithin(studentTQuantile(within, freedom), freedom)).toBeCloseTo(within, 11);
      }
    }
  });

  it.each([
    [0.95, 0],
    [0.95, 2.5],
    [0, 3],
    [1, 3],
  ])('refuses %d within %d degrees of freedom', (within, freedom) => {
    expect(() => studentTQuantile(within, freedom)).toThrow('no t quantile');
  });
});
