import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An HTTP API's event (payload format 2.0), with the verified claims where the route has an authoriser. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: {
    readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
  };
};

export type HttpResult = APIGatewayProxyStructuredResultV2;

/** A header's value; header names are lower-case in this payload format, but a test or a proxy may differ. */
export function headerOf(event: HttpEvent, name: string): string | undefined {
  const direct = event.headers?.[name];
  if (direct !== undefined) return direct;
  const found = Object.keys(event.headers ?? {}).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : event.headers[found];
}
