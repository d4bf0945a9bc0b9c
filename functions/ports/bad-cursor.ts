/** A page was asked for with a cursor that this listing never gave out. The asker is told so (400). */
export class BadCursor extends Error {
  readonly code = 'BAD_CURSOR';

  constructor() {
    super('the cursor is none that this listing gave out');
  }
}
