import type { City } from '../city.ts';
import { CityEvent } from '../city-event.ts';

/** What an event of acting early is about; `subject` is a number of the part that planned it. */
export const EarlyStep = { hour: 0, release: 1, check: 2, acted: 3, topicDay: 4, patrolDay: 5 } as const;
export type EarlyStep = (typeof EarlyStep)[keyof typeof EarlyStep];

/** Planned steps, by a number that is used again once the step has been taken. */
export class EarlySteps {
  private readonly city: City;
  private readonly steps: { readonly step: EarlyStep; readonly subject: number }[] = [];
  private readonly free: number[] = [];

  constructor(city: City) {
    this.city = city;
  }

  plan(at: number, step: EarlyStep, subject: number): void {
    const id = this.free.pop() ?? this.steps.length;
    this.steps[id] = { step, subject };
    this.city.env.schedule(at, CityEvent.early, id);
  }

  take(id: number): { readonly step: EarlyStep; readonly subject: number } {
    this.free.push(id);
    return this.steps[id]!;
  }
}
