import { createServer } from 'node:http';
import { type Issuer, openIssuer } from '../local/issuer.ts';

/** An issuer of tokens that the gateway can ask for its keys. */
export async function serveIssuer(dataDir: string): Promise<{ issuer: Issuer; stop(): Promise<void> }> {
  let documents: Readonly<Record<string, unknown>> = {};
  const server = createServer(({ url = '' }, response) => {
    const document = documents[url];
    response
      .writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the issuer has no port');
  const issuer = await openIssuer(`http://127.0.0.1:${address.port}`, dataDir);
  ({ documents } = issuer);
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
