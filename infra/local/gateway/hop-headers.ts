/** Headers that mean one connection only and are never passed on, in either direction (RFC 9110, 7.6.1). */
const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether `name` stays on this connection, by itself or because `connection` names it. */
export function isHopHeader(name: string, connection: string | undefined): boolean {
  const lower = name.toLowerCase();
  const named = (connection ?? '').split(',').map((entry) => entry.trim().toLowerCase());
  return hopHeaders.has(lower) || named.includes(lower);
}
