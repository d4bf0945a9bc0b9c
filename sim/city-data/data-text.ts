const lineMax = 480;

/**
 * Writes a data file's JSON so that a person can read a change of it: whatever fits on a line stands on one line,
 * the rest is indented by one space a level. The same value always gives the same text.
 */
export const dataText = (value: unknown): string => `${block(value, '')}\n`;

const block = (value: unknown, indent: string): string => {
  const line = JSON.stringify(value);
  const isTop = indent === '';
  if (typeof value !== 'object' || value === null || (!isTop && line.length <= lineMax)) return line;
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    return `[\n${value.map((entry) => inner + block(entry, inner)).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{\n${fields.map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${block(entry, inner)}`).join(',\n')}\n${indent}}`;
};
