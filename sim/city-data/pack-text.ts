const lineMax = 110;
const step = '  ';

/** Writes a policy pack as the hand-written ones are formatted: one key a line, short lists on one line. */
export const packText = (pack: object): string => `${block(pack, '', 0)}\n`;

/** `before` is how many characters stand on the line before the value. */
const block = (value: unknown, indent: string, before: number): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent + step;
  if (Array.isArray(value)) {
    const line = `[${value.map((entry) => JSON.stringify(entry)).join(', ')}]`;
    const isPlain = value.every((entry) => typeof entry !== 'object');
    if (isPlain && before + line.length < lineMax) return line;
    return `[\n${value.map((entry) => inner + block(entry, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([key, entry]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + block(entry, inner, start.length);
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
};
