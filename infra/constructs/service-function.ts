import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/**
 * A function of the service. It has a log group of its own, so that its logs age out with the stack's setting, and a role
 * of its own that may write to that group and nothing else: whatever more it needs is granted by name.
 */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(props: {
    scope: Construct;
    id: string;
    /** The file in the asset, which exports `handler`. */
    entry: string;
    code: Code;
    description: string;
    timeout: Duration;
    memoryMb: number;
    architecture: Architecture;
    tracing: Tracing;
    logRetention: RetentionDays;
    /** Instances kept for it alone, which are also the most it gets; absent: it shares what the account has. */
    reserved?: number;
    metricsNamespace: string;
    environment: Readonly<Record<string, string>>;
  }) {
    super(props.scope, props.id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture,
      code: props.code,
      handler: `${props.entry}.handler`,
      description: props.description,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      role,
      tracing: props.tracing,
      loggingFormat: LoggingFormat.TEXT,
      ...(props.reserved === undefined ? {} : { reservedConcurrentExecutions: props.reserved }),
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: `citywhistle-${props.entry}`,
        POWERTOOLS_METRICS_NAMESPACE: props.metricsNamespace,
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
      logGroup,
    });
    acknowledge(this.function, 'failuresComeBack');
    if (props.tracing === Tracing.ACTIVE) acknowledge(role, 'tracesHaveNoResource');
    else acknowledge(this.function, 'noTracesInChina');
  }

  /** Lets the function do `actions` on `resources`, and nothing else to them. */
  allow(actions: readonly string[], ...resources: readonly string[]): void {
    this.function.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }),
    );
  }
}

/** Where the metrics of one deployment are, apart from those of others in the same account. */
export const metricsNamespaceOf = (city: string, stage: string): string => `CityWhistle/${city}/${stage}`;
