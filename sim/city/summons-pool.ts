/** Summonses on their way, each in a few integers and reused: what an event of one names. */
export class SummonsPool {
  private readonly rows: number[] = [];
  private readonly units: number[] = [];
  private readonly steps: number[] = [];
  private readonly free: number[] = [];

  take(row: number, unit: number, step: number): number {
    const id = this.free.pop() ?? this.rows.length;
    this.rows[id] = row;
    this.units[id] = unit;
    this.steps[id] = step;
    return id;
  }

  give(id: number): void {
    this.free.push(id);
  }

  row(id: number): number {
    return this.rows[id]!;
  }

  unit(id: number): number {
    return this.units[id]!;
  }

  step(id: number): number {
    return this.steps[id]!;
  }

  setStep(id: number, step: number): void {
    this.steps[id] = step;
  }
}
