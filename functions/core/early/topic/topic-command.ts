import * as z from 'zod';
import { measured } from './topic.ts';

const at = z.int();
const unit = z.string().min(1).max(40);
const milestoneKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'letters, digits and dashes');
/** Longest texts, in characters: a topic is one item of the store. */
const said = z.string().trim().min(1).max(500);
const analysis = z.string().trim().min(1).max(4_000);
const measures = z.array(said).max(20);
const documents = z
  .array(
    z.strictObject({
      title: z.string().trim().min(1).max(200),
      url: z
        .url({ protocol: /^https?$/ })
        .max(300)
        .exactOptional(),
    }),
  )
  .max(20);
const helpers = z.array(unit).max(20);

/** A milestone as it is set: what, who, until when. */
export const newMilestone = z.strictObject({
  key: milestoneKey,
  title: z.string().trim().min(1).max(200),
  owner: unit,
  by: at,
});

/** A topic as it is asked for; its baseline is counted afterwards. */
export const newTopic = z.strictObject({
  month: z.string(),
  title: z.string().trim().min(1).max(100),
  items: z.array(z.string().min(1).max(40)).min(1).max(20),
  district: unit.exactOptional(),
  lead: unit,
  helpers,
  analysis,
  measures,
  documents,
  milestones: z.array(newMilestone).min(1).max(30),
});

export type NewTopic = z.infer<typeof newTopic>;

const thirdParty = z
  .strictObject({ by: z.string().trim().min(1).max(100), asked: z.int().min(1), satisfied: z.int().min(0) })
  .refine(({ asked, satisfied }) => satisfied <= asked, {
    path: ['satisfied'],
    message: 'more satisfied than asked',
  });

/** What can be asked of a topic. `measured` and `putOff` are the clock's own. */
export const topicCommands = {
  amend: z.strictObject({
    type: z.literal('amend'),
    analysis: analysis.exactOptional(),
    measures: measures.exactOptional(),
    documents: documents.exactOptional(),
    lead: unit.exactOptional(),
    helpers: helpers.exactOptional(),
    milestones: z.array(newMilestone).max(30).exactOptional(),
  }),
  report: z.strictObject({
    type: z.literal('report'),
    milestone: milestoneKey,
    done: z.boolean(),
    text: said,
  }),
  askExtension: z.strictObject({
    type: z.literal('askExtension'),
    milestone: milestoneKey,
    until: at,
    reason: said,
  }),
  ruleExtension: z.strictObject({
    type: z.literal('ruleExtension'),
    milestone: milestoneKey,
    granted: z.boolean(),
    reason: said,
  }),
  evaluate: z.strictObject({
    type: z.literal('evaluate'),
    text: said,
    thirdParty: thirdParty.exactOptional(),
  }),
  close: z.strictObject({ type: z.literal('close') }),
  withdraw: z.strictObject({ type: z.literal('withdraw'), reason: said }),
  measured: z.strictObject({ type: z.literal('measured'), measured }),
  putOff: z.strictObject({ type: z.literal('putOff'), until: at }),
} as const;

export const topicCommand = z.discriminatedUnion('type', [
  topicCommands.amend,
  topicCommands.report,
  topicCommands.askExtension,
  topicCommands.ruleExtension,
  topicCommands.evaluate,
  topicCommands.close,
  topicCommands.withdraw,
  topicCommands.measured,
  topicCommands.putOff,
]);

export type TopicCommand = z.infer<typeof topicCommand>;
export type TopicCommandOf<Type extends TopicCommand['type']> = Extract<
  TopicCommand,
  { readonly type: Type }
>;
