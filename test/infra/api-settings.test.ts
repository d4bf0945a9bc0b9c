import { describe, expect, it } from 'vitest';
import { throttles } from '../../infra/stacks/throttles.ts';
import { fixtureRoutes } from './fixtures/routes.ts';
import { cityTemplate } from './support/city-template.ts';

const template = cityTemplate();

describe('the HTTP API', () => {
  it('has exactly the routes of the table, each with its scopes', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties,
    );

    expect(routes).toHaveLength(fixtureRoutes.length);
    for (const { method, path, scope } of fixtureRoutes) {
      const route = routes.find(({ RouteKey }) => RouteKey === `${method} ${path}`);
      expect(route.AuthorizationType).toBe(scope === null ? 'NONE' : 'JWT');
      expect(route.AuthorizationScopes).toEqual(scope ?? undefined);
    }
  });

  it('accepts tokens of the configured issuer for this service only', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://login.example.org', Audience: ['citywhistle'] },
    });
  });

  it('limits what each route takes, and makes a route before it limits it', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));

    expect(Object.keys(stage?.Properties.RouteSettings)).toEqual(
      fixtureRoutes.map(({ method, path }) => `${method} ${path}`),
    );
    expect(stage?.Properties.RouteSettings['GET /health']).toEqual({
      ThrottlingRateLimit: throttles.read.rateLimit,
      ThrottlingBurstLimit: throttles.read.burstLimit,
    });
    expect(stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    for (const id of Object.keys(template.findResources('AWS::ApiGatewayV2::Route'))) {
      expect(stage?.DependsOn).toContain(id);
    }
  });

  it('logs each request without an address, a path, a claim or an agent', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    const format = String(stage?.Properties.AccessLogSettings.Format);

    expect(JSON.parse(format)).toMatchObject({ routeKey: '$context.routeKey', status: '$context.status' });
    expect(format).not.toMatch(/identity|context\.path|claims|userAgent|sourceIp|context\.domain/);
  });
});
