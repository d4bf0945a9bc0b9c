/** Receives an event: `kind` and `entity` are the model's own small integers. */
export type EventHandler = (kind: number, entity: number) => void;
