import { describe, expect, it } from 'vitest';
import { decideProject, type Project } from '../../../functions/core/sharing/project.ts';

const done: Project = {
  id: 'p',
  list: 'project',
  need: 'n',
  resource: 'r',
  owners: { need: 'street', resource: 'company' },
  place: 'street',
  district: 'district',
  kind: 'parking',
  quantity: 1,
  status: 'done',
  offeredBy: 'resource',
  offeredAt: 1,
  changedAt: 2,
  ratings: {},
};

describe('a side’s rating of a project', () => {
  it('stands: the same again changes nothing, another one is refused rather than dropped', () => {
    const rate = (given: Project, points: number, now: number) =>
      decideProject(given, { type: 'rate', points }, 'need', now);
    const rated = rate(done, 50, 10);
    if (!rated.ok) throw new Error('refused');

    expect(rated.value.ratings).toEqual({ resource: { points: 50, at: 10 } });
    expect(rate(rated.value, 50, 11)).toEqual({ ok: true, value: rated.value });
    expect(rate(rated.value, 99, 11)).toMatchObject({
      ok: false,
      error: { reason: 'it has been rated already' },
    });
  });
});
