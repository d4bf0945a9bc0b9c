/**
 * Places in the array of instants that an environment keeps: a typed array holds doubles as they are, where a field or
 * a call would box them. `NOW` is simulated time, `AT` that of the event to place, `UNTIL` that up to which events are
 * asked for; the calendar's buckets count from `BASE`, `PER_TIME` of them in a unit of time.
 */
export const NOW = 0;
export const AT = 1;
export const UNTIL = 2;
export const BASE = 3;
export const PER_TIME = 4;

export const instantCount = 5;
