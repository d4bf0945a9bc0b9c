import { Architecture, Tracing } from 'aws-cdk-lib/aws-lambda';

/** What the regions of a partition have that we would use. */
interface RegionFacts {
  readonly architecture: Architecture;
  readonly tracing: Tracing;
}

const elsewhere: RegionFacts = { architecture: Architecture.ARM_64, tracing: Tracing.ACTIVE };

/**
 * The Chinese regions. X-Ray does not work with Lambda there, says "Getting Started with Amazon Web Services in China"
 * (docs.amazonaws.cn/en_us/aws/latest/userguide/lambda.html, read 2026-11-22). Nothing we could read says that they run
 * functions on arm64 (the Chinese edition of the Lambda guide refers to a table of prices that we could not read,
 * docs.amazonaws.cn/en_us/lambda/latest/dg/foundation-arch.html), and CDK's own table of layers (aws-cdk-lib/region-info) has none for arm64 there: x86_64 is safe.
 */
const china: RegionFacts = { architecture: Architecture.X86_64, tracing: Tracing.DISABLED };

/** The facts of a region; absent (decided when deployed): one outside China. */
export const factsOf = (region: string | undefined): RegionFacts =>
  region?.startsWith('cn-') ? china : elsewhere;
