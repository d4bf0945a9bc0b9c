/** Runs `work` and answers with the bytes it printed on either stream, which are the function's log. Nobody is shown them. */
export async function printed(work: () => Promise<unknown>): Promise<number> {
  let bytes = 0;
  const count = (chunk: string | Uint8Array) => {
    bytes += Buffer.byteLength(chunk);
    return true;
  };
  const streams = [process.stdout, process.stderr];
  const writes = streams.map(({ write }) => write);
  for (const stream of streams) stream.write = count;
  try {
    await work();
    return bytes;
  } finally {
    for (const [n, stream] of streams.entries()) stream.write = writes[n]!;
  }
}
