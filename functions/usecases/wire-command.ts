import * as z from 'zod';
import { unitCode } from '../core/directory/unit-code.ts';
import { parseDuration } from '../core/policy/duration.ts';
import type { CommandType } from '../core/ticket/command.ts';
import { instant } from './instant.ts';
import { attachment, commandText } from './submission.ts';
import { ticketIdPattern } from './ticket-id.ts';

const key = z.string().min(1).max(60);
const duration = z
  .string()
  .max(40)
  .refine((text) => parseDuration(text) !== undefined, 'a duration such as PT2H or P1D');

/** Every command may carry a remark, kept as a note beside the ticket; where it matters it is required. */
const remark = { text: commandText.optional(), attachments: z.array(attachment).max(20).optional() };
const said = { ...remark, text: commandText };

/** The body of each command as a client sends it: codes for units, items and tiers, RFC 3339 instants. */
export const wireCommands = {
  triage: z.strictObject({
    itemCode: key.optional(),
    tier: key.optional(),
    placeCode: unitCode.optional(),
    leadUnit: unitCode.optional(),
    ...remark,
  }),
  reclassify: z
    .strictObject({ itemCode: key.optional(), tier: key.optional(), ...remark })
    .refine((body) => body.itemCode !== undefined || body.tier !== undefined, {
      path: ['itemCode'],
      message: 'give an itemCode, a tier or both',
    }),
  sign: z.strictObject(remark),
  contact: z.strictObject(remark),
  dispute: z.strictObject(said),
  arbitrate: z.strictObject({ leadUnit: unitCode, ...remark }),
  askExtension: z.strictObject({ by: duration, ...said }),
  grantExtension: z.strictObject(remark),
  refuseExtension: z.strictObject(said),
  suspend: z.strictObject({ reviewAt: instant.optional(), ...said }),
  resume: z.strictObject(remark),
  addHelper: z.strictObject({ unitCode, ...remark }),
  helperDone: z.strictObject(remark),
  blowWhistle: z.strictObject({
    kind: key,
    unitCodes: z.array(unitCode).min(1).max(60),
    /** Teams come with their on-call members (随叫随到) as well. */
    onCall: z.boolean().optional(),
    ...remark,
  }),
  /** `unitCode`: the unit the whistle named; `toUnit`: another that is responsible instead. */
  passOn: z.strictObject({ unitCode, toUnit: unitCode.optional(), ...remark }),
  acknowledgeSummons: z.strictObject(remark),
  declineSummons: z.strictObject(said),
  ruleOnSummons: z.strictObject({ unitCode, excused: z.boolean(), ...said }),
  sendStandIn: z.strictObject({ unitCode, ...remark }),
  urgeSummons: z.strictObject({ unitCode, ...remark }),
  arrive: z
    .strictObject({
      /** Where it reports from: the code of a unit whose area that is, or coordinates (WGS 84). */
      placeCode: unitCode.optional(),
      location: z
        .strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
        .optional(),
      ...remark,
    })
    .refine((body) => body.placeCode === undefined || body.location === undefined, {
      path: ['location'],
      message: 'give a placeCode or a location, not both',
    }),
  startTask: z.strictObject(remark),
  finishTask: z.strictObject(remark),
  /** `output`: a key of the kind's `outputs`; `whistle`: its number on the ticket, by default the latest that needs it. */
  fileOutput: z.strictObject({ output: key, whistle: z.int().min(1).max(60).optional(), ...said }),
  release: z.strictObject({ unitCode, ...remark }),
  failSummons: z.strictObject({ unitCode, ...said }),
  /** `unitCode`: the unit that is rated: a summoned one by its blower, or the blower by a summoned one. */
  rateSummons: z.strictObject({ unitCode, points: z.number().min(0).max(100), ...remark }),
  answer: z.strictObject(said),
  answerOnTheSpot: z.strictObject(said),
  recordCallback: z
    .strictObject({
      reached: z.boolean(),
      /** Did the unit get in touch? (响应) */
      responded: z.boolean().optional(),
      /** Is the matter settled? (解决) */
      resolved: z.boolean().optional(),
      /** The citizen's grade, a key of the pack's `callback.grades` (满意 / 基本满意 / 不满意). */
      grade: key.optional(),
      ...remark,
    })
    .refine((body) => !body.reached || body.resolved !== undefined, {
      path: ['resolved'],
      message: 'a citizen who was reached said whether the matter is resolved',
    })
    .refine(
      ({ reached, responded, resolved, grade }) => reached || (responded ?? resolved ?? grade) === undefined,
      { path: ['reached'], message: 'a citizen who was not reached said nothing' },
    ),
  reopen: z.strictObject(said),
  close: z.strictObject(said),
  supervise: z.strictObject(remark),
  urge: z.strictObject(remark),
  supplement: z.strictObject(said),
  note: z.strictObject(said),
  merge: z.strictObject({ elderId: z.string().regex(ticketIdPattern), ...remark }),
  joinMatter: z.strictObject({ matterId: z.string(), leadUnit: unitCode }),
  leaveMatter: z.strictObject({ matterId: z.string(), leadUnit: unitCode.optional() }),
  tellProgress: z.strictObject(said),
  withdraw: z.strictObject(remark),
  refuseAsOutOfRemit: z.strictObject(said),
} as const satisfies Record<Exclude<CommandType, 'elderSeen'>, z.ZodType>;

export type WireCommandType = keyof typeof wireCommands;

/** A command and its body, already parsed by {@link wireCommands}. */
export type WireCommand = {
  [Type in WireCommandType]: { readonly type: Type; readonly body: z.infer<(typeof wireCommands)[Type]> };
}[WireCommandType];
