import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';

const attributeType = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const;

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writeActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

/**
 * The table of tickets with all its indexes. Nobody is granted a scan: every read names its partition, so
 * a function can never read the whole city by mistake.
 */
export class TicketTable extends Construct {
  readonly table: Table;

  constructor(props: { scope: Construct; id: string }) {
    super(props.scope, props.id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: tableShape.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableShape.sortKey, type: AttributeType.STRING },
      timeToLiveAttribute: tableShape.ttlAttribute,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, index] of Object.entries(tableShape.indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: index.partitionKey.name, type: attributeType[index.partitionKey.type] },
        sortKey: { name: index.sortKey.name, type: attributeType[index.sortKey.type] },
        ...(index.projected.length === 0
          ? { projectionType: ProjectionType.KEYS_ONLY }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.projected] }),
      });
    }
  }

  /** Lets `grantee` read single items and partitions of the table and its indexes. */
  grantRead(grantee: IGrantable): void {
    this.table.grant(grantee, ...readActions);
  }

  /** Lets `grantee` read, and write single items. */
  grantReadWrite(grantee: IGrantable): void {
    this.table.grant(grantee, ...readActions, ...writeActions);
  }
}
