/**
 * How much time of the processor some work in this process takes, in ms. What else the machine does counts for little, so
 * that a busy one is not taken for slow work.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
