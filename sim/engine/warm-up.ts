/**
 * The instant at which measuring starts. Every tally takes one, so none can forget it; they share it, so a model that
 * learns the end of its warm-up only when it comes there sets it once.
 */
export class WarmUp {
  private readonly instant = new Float64Array(1);

  /** @param endsAt Simulated time from which on is measured; infinite until the model sets it. */
  constructor(endsAt = Number.POSITIVE_INFINITY) {
    this.instant[0] = endsAt;
  }

  get endsAt(): number {
    return this.instant[0]!;
  }

  set endsAt(at: number) {
    this.instant[0] = at;
  }

  /** True if what belongs to this instant is measured. */
  isOver(at: number): boolean {
    return at >= this.instant[0]!;
  }
}
