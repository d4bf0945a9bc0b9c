import type { RatingRow } from '../../../../functions/core/score/board.ts';
import { publish, rowOf } from '../../steps/boards.ts';
import type { Walker } from '../../walker.ts';

const department = 'enforcement';
const year = '2021';
const street = 80;
const ofPublic = 90;
const city = 60;

/** 专项考核: street and public together weigh 75 %, and no other board reads their ratings. */
export async function specialCheck(w: Walker, streets: readonly string[]): Promise<void> {
  const rate = (points: number, more: object = {}) => ({
    board: 'special',
    period: year,
    unitCode: department,
    points,
    text: '专项考核评价。',
    ...more,
  });
  for (const code of streets) {
    await w.as(code).post('/ratings', rate(street), { what: '街道评价部门', expect: 201 });
  }
  await w.hotline.post('/ratings', rate(ofPublic, { public: true }), { what: '登记群众评价', expect: 201 });
  await w.as('daan').post('/ratings', rate(city), { what: '市级考核', expect: 201 });
  await publish(w, 'special', year);
  const row = await rowOf<RatingRow>(w, { kind: 'special', period: year, unit: department });
  w.expect(
    'street and public 75 % (halves), the city 25 %',
    row.score,
    0.375 * street + 0.375 * ofPublic + 0.25 * city,
  );
  await publish(w, 'annual', year);
  const annual = await rowOf<RatingRow>(w, { kind: 'annual', period: year, unit: department });
  w.expect('the annual appraisal reads none of them', annual.parts.city?.ratings, 0);
}
