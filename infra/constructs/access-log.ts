import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type IAccessLogSettings, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface AccessLogProps {
  readonly retention: RetentionDays;
}

/**
 * What is written of each request: the route and not the path (ids), no address, no agent, no claims. Who asked is in the
 * ticket's own history.
 */
const accessLogFields = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  gatewayError: '$context.error.responseType',
  authorizerError: '$context.authorizer.error',
  integrationStatus: '$context.integrationStatus',
  integrationMs: '$context.integrationLatency',
  responseMs: '$context.responseLatency',
  responseBytes: '$context.responseLength',
} as const;

/** The log of requests to the API, without personal data. */
export class AccessLog extends Construct {
  readonly settings: IAccessLogSettings;

  constructor(scope: Construct, id: string, { retention }: AccessLogProps) {
    super(scope, id);
    const group = new LogGroup(this, 'Logs', { retention, removalPolicy: RemovalPolicy.DESTROY });
    this.settings = {
      destination: new LogGroupLogDestination(group),
      format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
    };
  }
}
