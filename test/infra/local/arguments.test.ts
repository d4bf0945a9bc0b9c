import { expect, it } from 'vitest';
import { parseArguments } from '../../../infra/local/arguments.ts';

it('takes the defaults', () => {
  expect(parseArguments([], '/data')).toEqual({
    ok: true,
    value: { help: false, port: 8311, dataDir: '/data', fresh: false, environment: { TIME_SPEED: '1' } },
  });
});

it('hands city, pack and speed on to the functions', () => {
  const parsed = parseArguments(['--city', 'baltimore', '--pack=p', '--speed', '60', '--port', '0'], '/data');

  expect(parsed).toMatchObject({
    ok: true,
    value: { port: 0, environment: { CITY: 'baltimore', PACK: 'p', TIME_SPEED: '60' } },
  });
});

it.each([
  [['--prot', '1'], '--prot'],
  [['--port'], '--port'],
  [['--port', '80'], '--port'],
  [['--port', '70000'], '--port'],
  [['--speed', '0'], '--speed'],
  [['--speed', '1.5'], '--speed'],
  [['extra'], 'extra'],
])('refuses %j and names what is wrong', (line, name) => {
  const parsed = parseArguments(line, '/data');

  expect(parsed.ok).toBe(false);
  expect(parsed.ok ? '' : parsed.error).toContain(name);
  expect(parsed.ok ? '' : parsed.error).not.toContain('\n');
});
