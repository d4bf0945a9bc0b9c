import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { AccessLog, type AccessLogProps } from './access-log.ts';

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

/** Requests a second that each of a function's routes takes, and how many it takes at once. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/**
 * The HTTP API: one route per entry of the route table, each with its scope checked before any function runs. In the
 * Chinese regions the gateway answers routes without an authorizer only to accounts with an ICP record; JWT authorizers
 * are not among what it lacks there (docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html, read 2026-11-22).
 */
export class HttpGateway extends Construct {
  readonly api: HttpApi;

  constructor(props: {
    scope: Construct;
    id: string;
    routes: readonly GatewayRoute[];
    handlers: Readonly<Record<ApiHandler, IFunction>>;
    throttles: Readonly<Record<ApiHandler, Throttle>>;
    accessLog: AccessLogProps;
    oidcIssuer: string;
    oidcAudience: string;
  }) {
    super(props.scope, props.id);
    const authorizer = new HttpJwtAuthorizer('Oidc', props.oidcIssuer, {
      jwtAudience: [props.oidcAudience],
    });
    const open = new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Api', { description: 'CityWhistle', createDefaultStage: false });
    const accessLog = new AccessLog(this, 'AccessLog', props.accessLog);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: props.throttles.read,
      accessLogSettings: accessLog.settings,
    });
    const integrations = new Map<ApiHandler, HttpLambdaIntegration>();
    for (const route of props.routes) {
      const integration =
        integrations.get(route.handler) ??
        new HttpLambdaIntegration(`${route.handler}-integration`, props.handlers[route.handler]);
      integrations.set(route.handler, integration);
      const added = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        ...(route.scope === null
          ? { authorizer: open }
          : { authorizer, authorizationScopes: [...route.scope] }),
      });
      // A stage with settings for a route that is not there yet cannot be made.
      stage.node.addDependency(...added);
      if (route.scope === null) for (const one of added) acknowledge(one, 'openToAll');
    }
    const cfnStage = stage.node.defaultChild as CfnStage;
    cfnStage.routeSettings = Object.fromEntries(
      props.routes.map(({ method, path, handler }) => {
        const { rateLimit, burstLimit } = props.throttles[handler];
        return [`${method} ${path}`, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
      }),
    );
  }
}
