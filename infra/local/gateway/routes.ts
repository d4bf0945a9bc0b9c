import * as z from 'zod';
import type { Resolve } from '../resolve-intrinsics.ts';
import { resourcesOf, type Template } from '../template.ts';

/** A route of the template's HTTP API. */
export interface Route {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
  /** Logical id of the function that answers. */
  readonly functionName: string;
  /** Null when the route is open; otherwise the token must carry at least one of the scopes, if there are any. */
  readonly authorization: { readonly scopes: readonly string[] } | null;
}

/** The issuer and audience that the API's authorizer accepts. */
export interface Authorizer {
  readonly issuer: string;
  readonly audiences: readonly string[];
}

const routeProperties = z.object({
  RouteKey: z.string().regex(/^[A-Z]+ \/\S*$/, 'has to be a method and a path'),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const integrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  PayloadFormatVersion: z.literal('2.0'),
  IntegrationUri: z.string(),
});

const authorizerProperties = z.object({
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** Reads the routes and the authorizer of the template's HTTP API. */
export function readGateway(
  template: Template,
  resolve: Resolve,
): { routes: Route[]; authorizer: Authorizer } {
  const functionOf = new Map(
    resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(({ id, properties }) => {
      const { IntegrationUri } = integrationProperties.parse(resolve(properties));
      return [id, IntegrationUri.split(':').at(-1) ?? ''];
    }),
  );
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ id, properties }): Route => {
    const wanted = routeProperties.parse(resolve(properties));
    const [method = '', path = ''] = wanted.RouteKey.split(' ');
    const functionName = functionOf.get(wanted.Target.replace('integrations/', ''));
    if (functionName === undefined) throw new Error(`route ${id} has no integration`);
    return {
      routeKey: wanted.RouteKey,
      method,
      segments: path.split('/').slice(1),
      functionName,
      authorization: wanted.AuthorizationType === 'JWT' ? { scopes: wanted.AuthorizationScopes } : null,
    };
  });
  const [authorizer] = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer');
  const { Issuer, Audience } = authorizerProperties.parse(resolve(authorizer?.properties)).JwtConfiguration;
  return { routes, authorizer: { issuer: Issuer, audiences: Audience } };
}
