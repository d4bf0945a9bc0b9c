/** Sets board jobs to work. A lost message costs nothing but time: asked again, the job is sent again. */
export interface BoardQueue {
  /** Sends a job with its delay (at most 900 s). */
  send(jobId: string, delaySeconds: number): Promise<'sent' | 'unsent'>;
}
