import * as z from 'zod';
import { unitCode } from '../core/directory/unit-code.ts';
import { roundName } from '../core/early/patrol/patrol-command.ts';
import { requestKinds } from '../core/ticket/kinds.ts';
import { routeIdPattern } from './early/patrols/patrol-id.ts';
import { instant } from './instant.ts';

/** Text without control characters that no person types and no log should carry. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed(), 'the text has half a surrogate pair')
    .refine((value) => !hasControl(value), 'the text has control characters');

/** Text that says something: blanks alone are no description, answer or reason. */
const words = (max: number) => text(max).regex(/\S/, 'the text is blank');

const key = (max: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\x21-\\x7e]{1,${max}}$`), `1 to ${max} visible ASCII characters, no blanks`);

/** A telephone number as people write it. */
export const phone = z.string().regex(/^[+0-9][0-9 ()-]{2,29}$/, 'a telephone number');

/** An absolute link to something kept elsewhere. */
export const attachment = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2_048),
  name: text(200).optional(),
  contentType: z.string().max(100).optional(),
});

/** Where it is: a unit's code, an address in words, coordinates, or any of them; the first that decides wins. */
const place = z
  .strictObject({
    unitCode: unitCode.optional(),
    address: words(300).optional(),
    lat: z.number().min(-90).max(90).optional(),
    lng: z.number().min(-180).max(180).optional(),
  })
  .refine((value) => (value.lat === undefined) === (value.lng === undefined), {
    path: ['lat'],
    message: 'lat and lng go together',
  })
  .refine((value) => value.unitCode !== undefined || value.address !== undefined || value.lat !== undefined, {
    message: 'a place has a unitCode, an address, or lat and lng',
  });

/** 突发, 公共卫生, 不稳定因素, 极端天气, 弱势群体: what the agent heard. The first three make a request urgent. */
const urgencyFlags = ['danger', 'publicHealth', 'unrest', 'extremeWeather', 'vulnerable'] as const;

const channels = [
  'phone',
  'web',
  'app',
  'wechat',
  'mail',
  'visit',
  'sensor',
  'grid',
  'patrol',
  'rider',
  'warden',
  'group',
  'superior',
  'api',
  'other',
] as const;

/** What a request may say. */
export const submissionFields = z.strictObject({
  source: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  sourceKey: key(128),
  channel: z.enum(channels),
  kind: z.enum(requestKinds),
  itemCode: z.string().min(1).max(60).optional(),
  tier: z.string().min(1).max(40).optional(),
  title: text(200).optional(),
  description: words(4_000),
  place: place.optional(),
  requestedAt: instant.optional(),
  urgency: z.array(z.enum(urgencyFlags)).max(5).default([]),
  contact: z
    .strictObject({
      name: text(100).optional(),
      phone: phone.optional(),
      email: z.email().max(254).optional(),
      anonymous: z.boolean().optional(),
    })
    .optional(),
  attachments: z.array(attachment).max(20).default([]),
  /** What the agent told the citizen at once (当场答复); closes the ticket. */
  answeredOnTheSpot: words(4_000).optional(),
});

/** The round (巡查) of a route that a finding is of. */
export const findingRound = z.strictObject({
  routeId: z.string().regex(routeIdPattern, 'a route’s id has 32 lower-case hexadecimal digits'),
  ...roundName,
});

/** A request or finding as it was stored: a unit's own source is none that a platform may post, and what was taken stays. */
export const storedSubmission = submissionFields.extend({
  source: z.string(),
  requestedAt: z.string().optional(),
  round: findingRound.optional(),
});

/** A request (诉求) as a hotline platform posts it. The platform's tier wins over the item's. */
export const submission = submissionFields.refine(
  (value) => value.answeredOnTheSpot === undefined || value.kind !== 'report',
  {
    path: ['answeredOnTheSpot'],
    message: 'a report (举报) is never settled on the spot',
  },
);

export type Submission = z.infer<typeof submission>;

/** A finding with the round it is of, if it is of one. */
export type RoundFinding = Submission & { readonly round?: z.infer<typeof findingRound> | undefined };

/** A short text that names something. */
export const commandTitle = words(200);

/** Free text of a command: an answer, a reason, a remark. */
export const commandText = words(4_000);

function hasControl(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
    if (code === 127) return true;
  }
  return false;
}
