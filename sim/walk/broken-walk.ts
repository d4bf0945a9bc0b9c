/** A step of a walk was answered otherwise than it must be: what follows would mean nothing. */
export class BrokenWalk extends Error {}
