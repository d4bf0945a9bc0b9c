import { type NewMatter, openMatter } from '../../../core/early/matter/open-matter.ts';
import type { Deps } from '../../deps.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import type { UndertakenResult, UndertakingRequest } from '../undertakings/undertaking-request.ts';

/** Opens a matter over the tickets named or selected; the same key again is the same matter. */
export const openAMatter = (deps: Deps, matter: NewMatter, request: UndertakingRequest): UndertakenResult =>
  openUndertaking(deps, {
    ...request,
    kind: 'matter',
    about: request.commandId,
    said: matter,
    begin: (actor, now, rules, out) => openMatter(matter, actor, now, rules, out),
  });
