import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  WAKE_QUEUE_URL: z.url(),
  EFFECT_QUEUE_URL: z.url(),
  BOARD_QUEUE_URL: z.url(),
  /** Only the function that redrives has it. */
  EFFECT_DLQ_URL: z.url().optional(),
  /** Set where the queues are emulated on this machine; receivers of webhooks may then be there too. */
  AWS_ENDPOINT_URL_SQS: z.url().optional(),
  CITY: z.string().regex(/^[a-z0-9-]{1,40}$/),
  PACK: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** What durations are divided by; more than 1 only in demonstrations. */
  TIME_SPEED: z.coerce.number().min(1).max(1_000_000),
});

export type Environment = z.infer<typeof environment>;

/** Reads the function's settings. Throws naming every variable that is missing or not fit, without its value. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`environment variables: ${problems.join('; ')}`);
}
