import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type Encoding = 'auto' | 'utf-8' | 'gb18030';

/** How much of a file's beginning decides its encoding. */
const probeBytes = 1 << 20;

/**
 * Opens a text file of any size as a stream of decoded pieces; a name that ends in `.gz` is unpacked on the way. With
 * `auto`, a beginning that is valid UTF-8 makes it UTF-8, anything else GB18030 (which includes GBK and GB2312). A byte
 * order mark is dropped. Rejects if the file cannot be read, or if a byte is invalid in the encoding.
 */
export async function openText(
  file: string,
  asked: Encoding,
): Promise<{ readonly text: Readable; readonly encoding: 'utf-8' | 'gb18030' }> {
  await (await open(file)).close();
  const encoding = asked === 'auto' ? await guessEncoding(file) : asked;
  return { text: Readable.from(decoded(bytesOf(file), encoding)), encoding };
}

const bytesOf = (file: string): Readable => {
  const raw = createReadStream(file);
  if (!file.endsWith('.gz')) return raw;
  const unpacked = createGunzip();
  raw.on('error', (cause) => unpacked.destroy(cause));
  return raw.pipe(unpacked);
};

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function guessEncoding(file: string): Promise<'utf-8' | 'gb18030'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seen = 0;
  try {
    for await (const piece of bytesOf(file) as AsyncIterable<Uint8Array>) {
      decoder.decode(piece, { stream: true });
      seen += piece.length;
      if (seen >= probeBytes) break;
    }
    return 'utf-8';
  } catch (cause) {
    if (cause instanceof TypeError) return 'gb18030';
    throw cause;
  }
}
