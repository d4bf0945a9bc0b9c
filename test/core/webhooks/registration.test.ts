import { describe, expect, it } from 'vitest';
import {
  activeSecrets,
  type Registration,
  registrationSchema,
  rotate,
} from '../../../functions/core/webhooks/registration.ts';
import { otherSecret, secret } from '../../adapters/webhook/sample-event.ts';

const registration: Registration = {
  id: 'platform-1',
  url: 'https://hotline.example/hooks',
  owner: 'hotline',
  kinds: ['cn.citywhistle.ticket.status.v1'],
  secret,
};

describe('rotate', () => {
  it('lets the previous secret sign until it expires, and not at that instant', () => {
    const rotated = rotate(registration, otherSecret, 1_000, 500);

    expect(activeSecrets(registration, 1_000)).toEqual([secret]);
    expect(activeSecrets(rotated, 1_499)).toEqual([otherSecret, secret]);
    expect(activeSecrets(rotated, 1_500)).toEqual([otherSecret]);
  });

  it('changes nothing when it is retried with the same secret', () => {
    const rotated = rotate(registration, otherSecret, 1_000, 500);

    expect(rotate(rotated, otherSecret, 1_100, 500)).toEqual(rotated);
  });

  it('goes on signing by every secret of the overlap when the answer to a rotation was lost and it is asked for again', () => {
    const third = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

    const lost = rotate(registration, otherSecret, 1_000, 500);
    const again = rotate(lost, third, 1_100, 500);

    expect(activeSecrets(again, 1_200)).toEqual([third, otherSecret, secret]);
    expect(activeSecrets(again, 1_500)).toEqual([third, otherSecret]);
    expect(activeSecrets(again, 1_600)).toEqual([third]);
    expect(registrationSchema.parse(again)).toEqual(again);
  });

  it('keeps the four newest secrets before the previous one that have not expired, and drops the others', () => {
    const secretOf = (n: number) => `whsec_${Buffer.alloc(32, n).toString('base64')}`;
    const turn = (given: Registration, n: number) => rotate(given, secretOf(n), 1_000 + n, 100);

    const sixth = [1, 2, 3, 4, 5, 6].reduce(turn, registration);
    const late = turn(sixth, 104);

    expect(activeSecrets(sixth, 1_006)).toEqual([6, 5, 4, 3, 2, 1].map(secretOf));
    expect(late.olderSecrets?.map((one) => one.secret)).toEqual([5, 4].map(secretOf));
    expect(turn(late, 250)).not.toHaveProperty('olderSecrets');
  });

  it('gives a valid registration and leaves the one it was given as it was', () => {
    const before = structuredClone(registration);

    const rotated = rotate(registration, otherSecret, 1_000, 500);

    expect(registrationSchema.parse(rotated)).toEqual(rotated);
    expect(registration).toEqual(before);
  });
});

describe('registrationSchema', () => {
  it.each<[string, object, (string | number)[]]>([
    ['a URL of another scheme', { url: 'ftp://hotline.example/' }, ['url']],
    ['an owner that is neither the platform nor a unit code', { owner: '望京街道' }, ['owner']],
    ['no kind', { kinds: [] }, ['kinds']],
    ['an unknown kind', { kinds: ['ticket.deleted'] }, ['kinds', 0]],
    [
      'a kind twice',
      { kinds: ['cn.citywhistle.unit.notice.v1', 'cn.citywhistle.unit.notice.v1'] },
      ['kinds'],
    ],
    ['a weak secret', { secret: 'whsec_c2VjcmV0' }, ['secret']],
    ['an unknown field', { retries: 3 }, []],
  ])('refuses %s', (_, change, path) => {
    const parsed = registrationSchema.safeParse({ ...registration, ...change });

    expect(parsed.error?.issues[0]?.path).toEqual(path);
  });
});
