/** Kinds of event. Entities: a row, a summons, a repeated matter, a span of duty, a day, a month, a step of acting early, a helper's part, a step of a call, a row of the past. */
export const CityEvent = {
  act: 0,
  summons: 1,
  again: 2,
  shift: 3,
  day: 4,
  month: 5,
  early: 6,
  help: 7,
  seats: 8,
  past: 9,
} as const;
