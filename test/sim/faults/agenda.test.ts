import { describe, expect, it } from 'vitest';
import { Agenda } from '../../../sim/faults/engine/agenda.ts';
import { runUntil } from '../../../sim/faults/engine/run-until.ts';

describe('an agenda', () => {
  it('lets things happen by their time, and in the order of their making at one instant', () => {
    const agenda = new Agenda(1_000);
    const happened: string[] = [];
    const times = [50, 10, 10, 0, 99, 10, 50];
    for (const [n, ms] of times.entries()) agenda.in(ms, () => happened.push(`${ms}/${n}`));

    while (agenda.nextAt < Number.POSITIVE_INFINITY) agenda.step();

    expect(happened).toEqual(['0/3', '10/1', '10/2', '10/5', '50/0', '50/6', '99/4']);
    expect(agenda.now).toBe(1_099);
  });

  it('has what is already past happen now', () => {
    const agenda = new Agenda(1_000);
    agenda.at(3, () => undefined);

    agenda.step();

    expect(agenda.now).toBe(1_000);
    expect(() => agenda.step()).toThrow('nothing is going to happen');
  });
});

describe('a world that goes on', () => {
  it('lets every promise go on before the next thing happens', async () => {
    const agenda = new Agenda(0);
    const happened: string[] = [];
    const later = async (name: string, ms: number) => {
      await new Promise<void>((resolve) => agenda.in(ms, resolve));
      for (let n = 0; n < 30; n += 1) await undefined;
      happened.push(name);
    };
    void later('first', 5);
    void later('second', 5);
    agenda.in(5, () => happened.push('third'));

    await runUntil(agenda, 10);

    expect(happened).toEqual(['first', 'second', 'third']);
    expect(agenda.now).toBe(10);
  });

  it('stops at its end and at what ends it', async () => {
    const agenda = new Agenda(0);
    let steps = 0;
    const tick = () => {
      steps += 1;
      agenda.in(1, tick);
    };
    tick();

    await runUntil(agenda, 3);
    await runUntil(agenda, 100, () => steps >= 6);

    expect(steps).toBe(6);
    expect(agenda.now).toBe(5);
  });
});
