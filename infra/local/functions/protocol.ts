/** What the host tells a worker when it starts it. */
export interface WorkerStart {
  /** Absolute path of the module, and the name of its export that is the handler. */
  readonly module: string;
  readonly exportName: string;
}

/** One event for a worker. Payloads travel as JSON, as they do to Lambda, so nothing else can slip through. */
export interface Invocation {
  readonly event: string;
  readonly requestId: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly deadlineAt: number;
}

/** What a worker says: loaded, or the outcome of the event it was given. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly payload: string }
  | { readonly type: 'failed'; readonly error: FunctionFailure };

/** An unhandled failure of a function, in Lambda's words. */
export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
}
