/**
 * Chance of one citizen's matter. Each contact draws one word (32 bits) when it comes in; everything that later befalls it
 * is a function of the word and the purpose, so two packs meet the same citizens whatever units do in between.
 */
export const Luck = {
  sign: 1,
  contact: 2,
  work: 3,
  outside: 4,
  dispute: 5,
  move: 6,
  arbitrate: 7,
  whistle: 8,
  reach: 9,
  callback: 10,
  respond: 11,
  resolve: 12,
  satisfy: 13,
  again: 14,
  againAfter: 15,
  extend: 16,
  grant: 17,
  arrive: 18,
  miss: 19,
  decline: 20,
  task: 21,
  channel: 22,
  close: 23,
  children: 24,
  age: 25,
  avoid: 26,
  size: 27,
  spare: 28,
  recognise: 29,
  warning: 30,
  check: 31,
  act: 32,
  actAfter: 33,
  works: 34,
  find: 35,
  help: 36,
  talk: 37,
  patience: 38,
  redial: 39,
  redialAfter: 40,
} as const;

/** Rounds of one purpose: tries of a callback, times a ticket was reopened, units of a whistle. */
const roundsMax = 64;

/** 32 random bits for one purpose and round: the finaliser of MurmurHash3 over the word. */
export function luckWord(word: number, purpose: number, round: number): number {
  let hash = word ^ Math.imul(purpose * roundsMax + round, 0x9e37_79b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

/** A number strictly between 0 and 1, a multiple of 2^-33. */
export const luckOf = (word: number, purpose: number, round = 0): number =>
  ((luckWord(word, purpose, round) >>> 0) + 0.5) * 2 ** -32;
