import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../sim/faults/command/exit-codes.ts';
import { runFaults } from '../../../sim/faults/command/faults-command.ts';
import { listening } from '../support/listening.ts';

/** What all seeds of a run came to. */
const digestOf = ({ said }: { readonly said: readonly string[] }) =>
  /digest ([0-9a-f]{16}),/.exec(said[0]!)?.[1];

describe('npm run sim -- faults', () => {
  it('runs seeds on threads, to the same end on one or more, and exits 0 when every promise was kept', async () => {
    const host = listening();

    const code = await runFaults(['--seeds', '11', '--workers', '2'], host);

    expect([code, host.said.length]).toEqual([0, 1]);
    expect(host.said[0]).toMatch(/^11 seeds from 1: \d+ requests, \d+ faults, no promise broken/);
    expect(host.errors.at(-1)).toMatch(/^100%: 11 of 11 seeds/);
    expect(digestOf(host)).toMatch(/^[0-9a-f]{16}$/);
    const alone = listening();
    await runFaults(['--seeds', '11', '--workers', '1'], alone);
    expect(digestOf(alone)).toBe(digestOf(host));
  }, 240_000);

  it('says after Ctrl-C how many seeds are run, and exits 130', async () => {
    const interrupt = new AbortController();
    const host = { ...listening(), interrupted: interrupt.signal };
    const errors: string[] = [];
    const error = (line: string) => {
      errors.push(line);
      if (line.startsWith('10%')) interrupt.abort();
    };

    const code = await runFaults(['--seeds', '100', '--workers', '1'], { ...host, error });

    expect(code).toBe(130);
    expect(errors.at(-1)).toBe('interrupted: 10 of 100 seeds are run');
  }, 120_000);

  it('shows a broken promise with its seed, its shrunk history and the command that replays it', async () => {
    const bug = ['--bug', 'clearing-write-clears-all'];
    const host = listening();
    const replayed = listening();

    const code = await runFaults([...bug, '--seeds', '20', '--workers', '1'], host);
    const replay = host.said.at(-1)!;
    const seed = /--seed (\d+) /.exec(replay)?.[1] ?? '';
    const again = await runFaults(['--seed', seed, '--replay', ...bug], replayed);

    expect([code, again]).toEqual([4, 4]);
    expect(replay).toBe(
      `replay: npm run sim -- faults --seed ${seed} --replay --bug clearing-write-clears-all`,
    );
    const failed = host.said.find((line) => line.startsWith('FAILED'));
    expect(failed).toMatch(/^FAILED effects-owed \(safety\) with seed \d+, commit \w+$/);
    const told = host.said.find((line) => line.startsWith('shrunk in')) ?? '';
    const [left, all] = [/to (\d+) of/, /of (\d+) steps/].map((number) => Number(number.exec(told)?.[1]));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all!);
    expect(replayed.said.at(-2)).toMatch(/^FAILED effects-owed \(safety\): .* was never sent$/);
    expect(replayed.said.at(-1)).toMatch(/^digest [0-9a-f]{16}$/);
  }, 120_000);

  it.each([
    [['--seeds', 'many'], '--seeds "many": expected a whole number'],
    [['--replay'], '--replay: needs --seed'],
    [['--bug', 'none'], '--bug "none"'],
    [['night'], 'takes no night'],
    [['--speed', '3'], "Unknown option '--speed'"],
  ])('exits 2 and says how it is called for %j', async (args, said) => {
    const host = listening();

    expect(await runFaults(args, host)).toBe(2);
    expect(host.errors[0]).toContain(said);
    expect(host.errors[1]).toContain('usage: npm run sim -- faults');
  });

  it('tells a crash, broken safety and broken liveness apart by its exit code', () => {
    const codes = (['crash', 'safety', 'liveness'] as const).map((phase) =>
      exitCodeOf({ phase, checker: 'any', what: '' }),
    );

    expect(codes).toEqual([3, 4, 5]);
    expect(exitCodeOf(undefined)).toBe(0);
  });
});
