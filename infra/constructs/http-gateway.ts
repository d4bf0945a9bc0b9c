import { HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** The functions that answer HTTP requests. */
export type ApiHandler = 'intake' | 'command' | 'read' | 'manage' | 'boards' | 'early';

/** What the gateway needs of an entry of the route table. */
export interface GatewayRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces: `/tickets/{ticketId}`. */
  readonly path: string;
  /** A token needs any one of these; null: open to everybody. */
  readonly scope: readonly string[] | null;
  readonly handler: ApiHandler;
}

/** The HTTP API: one route per entry of the route table, each with its scope checked before any function runs. */
export class HttpGateway extends Construct {
  readonly api: HttpApi;

  constructor(props: {
    scope: Construct;
    id: string;
    routes: readonly GatewayRoute[];
    handlers: Readonly<Record<ApiHandler, IFunction>>;
    oidcIssuer: string;
    oidcAudience: string;
  }) {
    super(props.scope, props.id);
    const authorizer = new HttpJwtAuthorizer('Oidc', props.oidcIssuer, {
      jwtAudience: [props.oidcAudience],
    });
    const open = new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Api', { description: 'CityWhistle' });
    const integrations = new Map<ApiHandler, HttpLambdaIntegration>();
    for (const route of props.routes) {
      const integration =
        integrations.get(route.handler) ??
        new HttpLambdaIntegration(`${route.handler}-integration`, props.handlers[route.handler]);
      integrations.set(route.handler, integration);
      this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        ...(route.scope === null
          ? { authorizer: open }
          : { authorizer, authorizationScopes: [...route.scope] }),
      });
    }
  }
}
