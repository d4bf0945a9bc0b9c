import { expect, it } from 'vitest';
import { findLeaks } from '../../sim/live/find-leaks.ts';

const secrets = ['王小明', '13812345678'];

it('finds a name or a number in any text of a place, also as part of an address', () => {
  const places = [
    { name: 'log', texts: ['nothing', 'called 13812345678 twice'] },
    { name: 'paths', texts: [`/tickets?who=${encodeURIComponent('王小明')}`] },
    { name: 'queue', texts: ['{"ticketId":"ab"}'] },
  ];

  const leaks = findLeaks(places, secrets);

  expect(leaks).toEqual(['1 in log', '1 in paths']);
});

it('does not repeat what it found', () => {
  const leaks = findLeaks([{ name: 'log', texts: secrets }], secrets);

  expect(leaks.join()).toBe('2 in log');
});
