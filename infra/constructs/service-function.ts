import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** A function of the service with a log group of its own, so that its logs age out with the stack's setting. */
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
    environment: Readonly<Record<string, string>>;
  }) {
    super(props.scope, props.id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: `${props.entry}.handler`,
      description: props.description,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: `citywhistle-${props.entry}`,
        POWERTOOLS_METRICS_NAMESPACE: 'CityWhistle',
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
      logGroup,
    });
  }
}
