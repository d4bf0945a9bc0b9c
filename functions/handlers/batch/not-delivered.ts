/** A receiver was not told: the message comes back. Its name, with the reason's code, is all that is logged. */
export class NotDelivered extends Error {
  constructor(code: string) {
    super(code);
    this.name = `NotDelivered ${code}`;
  }
}
