/** Real time, which only a benchmark may read. Returns the seconds since it was started. */
export function startStopwatch(): () => number {
  const from = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - from) / 1e9;
}

/** The most memory this process ever held, in MiB. */
export const peakMemoryMib = (): number => process.resourceUsage().maxRSS / 1024;
