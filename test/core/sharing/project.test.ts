import { describe, expect, it } from 'vitest';
import {
  decideProject,
  type Project,
  type ProjectCommand,
  type Side,
} from '../../../functions/core/sharing/project.ts';

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

const decided = (
  changes: Partial<Project>,
  type: Exclude<ProjectCommand['type'], 'rate'>,
  side: Side = 'need',
) => {
  const result = decideProject({ ...done, ...changes }, { type }, side, 10);
  return result.ok ? [result.value.status, result.value.changedAt] : result.error;
};
const refused = (reason: string) => ({ code: 'OUT_OF_TURN', reason });

describe('a project', () => {
  it('is agreed by the side that did not offer it', () => {
    expect(decided({ status: 'offered' }, 'agree', 'need')).toEqual(['agreed', 10]);
    expect(decided({ status: 'offered' }, 'agree', 'resource')).toEqual(
      refused('the other side has to agree'),
    );
    expect(decided({ status: 'declined' }, 'agree')).toEqual(refused('the project is declined already'));
  });

  it.each(['offered', 'agreed'] as const)('that is %s may be declined by either side', (status) => {
    expect(decided({ status }, 'decline', 'need')).toEqual(['declined', 10]);
    expect(decided({ status }, 'decline', 'resource')).toEqual(['declined', 10]);
  });

  it('that is done cannot be declined any more', () => {
    expect(decided({}, 'decline')).toEqual(refused('the project is done already'));
  });

  it('is done when it was agreed and who had the need says so', () => {
    expect(decided({ status: 'agreed' }, 'done', 'need')).toEqual(['done', 10]);
    expect(decided({ status: 'agreed' }, 'done', 'resource')).toEqual(
      refused('whose need it was says that it is done'),
    );
    expect(decided({ status: 'offered' }, 'done')).toEqual(refused('the project is not agreed'));
    expect(decided({ status: 'declined' }, 'done')).toEqual(refused('the project is not agreed'));
  });

  it('is left as it is by a command that was carried out already, whoever repeats it', () => {
    expect(decided({ status: 'agreed' }, 'agree', 'resource')).toEqual(['agreed', 2]);
    expect(decided({ status: 'declined' }, 'decline')).toEqual(['declined', 2]);
    expect(decided({ status: 'done' }, 'done', 'resource')).toEqual(['done', 2]);
  });
});

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

  it('is of the other side, waits until the project is done, and leaves the other rating alone', () => {
    const ratings = { resource: { points: 50, at: 3 } };
    const rate = (given: Project) => decideProject(given, { type: 'rate', points: 80 }, 'resource', 10);

    expect(rate({ ...done, ratings })).toEqual({
      ok: true,
      value: { ...done, ratings: { ...ratings, need: { points: 80, at: 10 } }, changedAt: 10 },
    });
    expect(rate({ ...done, status: 'agreed' })).toEqual({
      ok: false,
      error: refused('the project is not done'),
    });
  });
});
