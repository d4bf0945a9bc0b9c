/** Parts of a key are joined by this, so none may contain it. */
const keySeparator = '#';

const partCharsMax = 200;

/**
 * A value as part of a key. Keys of DynamoDB are never empty, and two different tickets must never share one.
 *
 * @throws RangeError for an empty or long value, and for one with a separator in it
 */
export function keyPart(value: string): string {
  if (value === '' || value.length > partCharsMax || value.includes(keySeparator)) {
    throw new RangeError(
      `a key part has 1 to ${partCharsMax} characters and no ${keySeparator}: ${JSON.stringify(value.slice(0, 40))}`,
    );
  }
  return value;
}

const numberDigits = 15;

/** A number as part of a string key: zeros in front keep the order of strings that of the numbers. */
export function keyNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 10 ** numberDigits) {
    throw new RangeError(`a number in a key is whole, not negative and below 10^${numberDigits}: ${value}`);
  }
  return String(value).padStart(numberDigits, '0');
}
