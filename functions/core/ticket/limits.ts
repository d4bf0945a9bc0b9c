/** A ticket with this many history entries takes no more chatter; the rest of the room is for its end and for timers. */
export const commandEntriesMax = 400;

/** As {@link commandEntriesMax}, for commands that bring a ticket to its end: chatter cannot lock it. */
export const endingEntriesMax = 480;

/** Most units called to one ticket, over all whistles. 23 bodies came at once to 什刹海. */
export const summonsesMax = 60;

/** Most helping units of one ticket. */
export const helpersMax = 20;

/** Most promises one call of `decide` may apply: more than any ticket can have, so a loop that never ends throws. */
export const promisesMax = 2_000;
