import { meetingKind } from '../early/agenda/meeting-kind.ts';
import { matterKind } from '../early/matter/matter-kind.ts';
import { patrolKind } from '../early/patrol/patrol-kind.ts';
import { topicKind } from '../early/topic/topic-kind.ts';
import { warningKind } from '../early/warning/warning-kind.ts';
import type { AnyUndertakingKind, UndertakingKindName } from './undertaking.ts';

/** Every kind of undertaking the service knows, by name: the one place where a kind is registered. */
const kinds: Readonly<Partial<Record<UndertakingKindName, AnyUndertakingKind>>> = {
  matter: matterKind,
  meeting: meetingKind,
  patrol: patrolKind,
  topic: topicKind,
  warning: warningKind,
};

/** The rules of a kind. Throws for one this code does not know: it was written by newer code, and is tried again later. */
export function undertakingKind(name: UndertakingKindName): AnyUndertakingKind {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`this code knows no undertakings of the kind ${name}`);
  return kind;
}
