import type { ServerResponse } from 'node:http';

/** What an HTTP API answers by itself, with its own bodies, which are not problem documents. */
const messages = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

export type GatewayStatus = keyof typeof messages;

/** Answers as the gateway does when no function has answered. */
export function answerError(
  response: ServerResponse,
  status: GatewayStatus,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify({ message: messages[status] });
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}
