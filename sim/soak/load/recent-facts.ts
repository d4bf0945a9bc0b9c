import type { Facts } from '../../check/facts.ts';

/** What clients still care about: the latest tickets and matters, and the latest that was asked. */
const ticketsMax = 28;
const mattersMax = 6;
const askedMax = 200;

/** The latest part of what happened: an endless workload asks about that. */
export const recentFacts = (facts: Facts): Facts => ({
  ...facts,
  cities: facts.cities,
  asked: facts.asked.slice(-askedMax),
  versions: new Map([...facts.versions].slice(-ticketsMax)),
  undertakings: new Map([...facts.undertakings].slice(-mattersMax)),
});
