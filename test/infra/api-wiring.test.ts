import { describe, expect, it } from 'vitest';
import { throttles } from '../../infra/stacks/throttles.ts';
import { fixtureRoutes } from './fixtures/routes.ts';
import { functionId, resourcesOf } from './support/resources-of.ts';

describe('the HTTP API', () => {
  const routes = new Map(
    [...resourcesOf('AWS::ApiGatewayV2::Route').values()].map((route) => [route.RouteKey, route]),
  );
  const integrations = resourcesOf('AWS::ApiGatewayV2::Integration');
  const [stage] = [...resourcesOf('AWS::ApiGatewayV2::Stage').values()];

  it.each(fixtureRoutes)('sends $method $path to the function of the table, which it may call', (route) => {
    const { Target, AuthorizerId, ApiId } = routes.get(`${route.method} ${route.path}`) ?? {};
    const fn = `${functionId(route.handler)}.Arn`;

    expect(ApiId).toBe('HttpApi');
    expect(AuthorizerId).toBe(route.scope === null ? undefined : 'HttpApiOidc');
    expect(integrations.get(String(Target).replace('integrations/', ''))).toEqual({
      ApiId: 'HttpApi',
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: fn,
      PayloadFormatVersion: '2.0',
    });
    expect([...resourcesOf('AWS::Lambda::Permission').values()]).toContainEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: fn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:HttpApi/*/*${route.path}`,
    });
  });

  it('limits every route as its function is limited, and what no route takes as reads are', () => {
    const limit = (handler: keyof typeof throttles) => ({
      ThrottlingRateLimit: throttles[handler].rateLimit,
      ThrottlingBurstLimit: throttles[handler].burstLimit,
    });

    expect(stage?.RouteSettings).toEqual(
      Object.fromEntries(
        fixtureRoutes.map(({ method, path, handler }) => [`${method} ${path}`, limit(handler)]),
      ),
    );
    expect(stage?.DefaultRouteSettings).toMatchObject(limit('read'));
    expect(throttles).toEqual({
      intake: { rateLimit: 200, burstLimit: 400 },
      command: { rateLimit: 200, burstLimit: 400 },
      read: { rateLimit: 200, burstLimit: 400 },
      early: { rateLimit: 50, burstLimit: 100 },
      boards: { rateLimit: 20, burstLimit: 40 },
      manage: { rateLimit: 5, burstLimit: 10 },
    });
  });

  it('has one stage, which deploys itself and writes to a log of its own', () => {
    expect([...resourcesOf('AWS::ApiGatewayV2::Api').values()]).toMatchObject([{ ProtocolType: 'HTTP' }]);
    expect(stage).toMatchObject({
      ApiId: 'HttpApi',
      StageName: '$default',
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn: 'HttpAccessLogLogs.Arn' },
    });
  });

  it('takes tokens from the header where clients put them', () => {
    expect([...resourcesOf('AWS::ApiGatewayV2::Authorizer').values()]).toMatchObject([
      { ApiId: 'HttpApi', IdentitySource: ['$request.header.Authorization'] },
    ]);
  });
});
