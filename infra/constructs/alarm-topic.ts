import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/**
 * Where alarms go: a topic named in the context, or one of the stack's own. That is encrypted with a key of its own,
 * since CloudWatch may not use the one that AWS keeps for SNS.
 */
export class AlarmTopic extends Construct {
  readonly topic: ITopic;

  constructor(props: { scope: Construct; id: string; arn?: string | undefined }) {
    super(props.scope, props.id);
    if (props.arn !== undefined) {
      this.topic = Topic.fromTopicArn(this, 'Given', props.arn);
      return;
    }
    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true, displayName: 'CityWhistle' });
  }
}
