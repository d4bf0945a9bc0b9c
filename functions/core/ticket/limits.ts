/**
 * A ticket with this many history entries takes only what brings it to its end, and its timers. Those go on by a bounded
 * number of entries (see {@link entriesMax}), so that chatter cannot lock a ticket.
 */
export const commandEntriesMax = 400;

/**
 * More history entries than any ticket reaches: beyond {@link commandEntriesMax} a dozen for each summons, one for each
 * helper, for each round of answer and callback its rungs, attempts and reviews, and one for each month it stays open past
 * its deadline, for twenty years. Keeps a stored ticket well under 400 KB.
 */
export const entriesMax = 1_600;

/** Most units called to one ticket, over all whistles. 23 bodies came at once to 什刹海. */
export const summonsesMax = 60;

/** Most helping units of one ticket. */
export const helpersMax = 20;

/** Most promises one call of `decide` may apply: more than any ticket can have, so a loop that never ends throws. */
export const promisesMax = 2_000;
