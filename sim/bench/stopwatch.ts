/** Real time, which only a benchmark may read. Returns the seconds since it was started. */
export function startStopwatch(): () => number {
  const from = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - from) / 1e9;
}

/**
 * Time that this thread is on a CPU: without waiting for one, and without V8's helper threads. On a busy machine only
 * this can be compared. Returns the seconds since it was started.
 */
export function startCpuStopwatch(): () => number {
  const from = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1e6;
  };
}

/** Time that the whole process is on a CPU, with V8's helper threads and those that compress. */
export function startProcessCpuStopwatch(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1e6;
  };
}

/** The most memory this process ever held, in MiB. */
export const peakMemoryMib = (): number => process.resourceUsage().maxRSS / 1024;
