/** Whether the queues are on this machine: the one sign by which receivers of webhooks may be there as well. */
export const isLocal = (endpoint: string | undefined): boolean =>
  endpoint !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(endpoint).hostname);
