/** The pack has no rules of sharing. */
export const noSharing = { code: 'NOT_IN_REMIT', rule: 'sharing', field: 'list' } as const;
export type NoSharing = typeof noSharing;

/** Not enough is left of a resource or a need. */
export const notEnough = (list: 'resource' | 'need') =>
  ({
    code: 'OUT_OF_TURN',
    reason: list === 'need' ? 'the need is met already' : 'not enough is left of the resource',
  }) as const;
export type NotEnough = ReturnType<typeof notEnough>;
