import type { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';
import type { TableNeed } from '../needs/table-need.ts';
import type { ServiceFunction } from './service-function.ts';

const attributeType = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const;

/** What a table with a key of its own asks of that key for whoever reads or writes it. */
const keyActions = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/**
 * The table of tickets with all its indexes. Nobody is granted a scan: every read names its partition, so
 * a function can never read the whole city by mistake.
 */
export class TicketTable extends Construct {
  readonly table: Table;
  readonly key: Key | undefined;

  constructor(props: {
    scope: Construct;
    id: string;
    removal: RemovalPolicy;
    isProtected: boolean;
    /** Whether the table is encrypted with a key of the city's own rather than one that AWS manages. */
    ownKey: boolean;
  }) {
    super(props.scope, props.id);
    this.key = props.ownKey
      ? new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: props.removal })
      : undefined;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: tableShape.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableShape.sortKey, type: AttributeType.STRING },
      timeToLiveAttribute: tableShape.ttlAttribute,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      ...(this.key === undefined
        ? { encryption: TableEncryption.AWS_MANAGED }
        : { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.key }),
      deletionProtection: props.isProtected,
      removalPolicy: props.removal,
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

  /** Lets `grantee` do what it needs of the table itself, and read the indexes it needs. */
  allow(grantee: ServiceFunction, needs: readonly TableNeed[]): void {
    const { tableArn } = this.table;
    const actions = needs.filter((need) => !need.includes(' ')).map((need) => `dynamodb:${need}`);
    const indexes = needs.flatMap((need) => need.split(' ')[1] ?? []);
    grantee.allow(actions, tableArn);
    if (indexes.length > 0) {
      grantee.allow(['dynamodb:Query'], ...indexes.map((index) => `${tableArn}/index/${index}`));
    }
    if (this.key !== undefined) grantee.allow(keyActions, this.key.keyArn);
  }
}
