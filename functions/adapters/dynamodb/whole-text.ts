/**
 * A text the table can hold: one cut through the middle of a character outside the basic plane is refused by the
 * server, or by a lenient one changed on its way.
 *
 * @throws RangeError for half a character; requests are checked before they come here
 */
export function wholeText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a text to store contains half of a character');
  return text;
}
