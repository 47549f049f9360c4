/** How long an end waits for what is to be done first. Whoever asked for it is likely to kill us after ten seconds. */
const MOST_MS = 5_000;

/**
 * Has some work done before a signal ends this process. Whoever listens already hears of it only then: the server among
 * them, which ends the process as soon as no request is under way.
 */
export function beforeEnd(work: () => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const others = process.listeners(signal);
    let isEnding = false;
    const onSignal = async () => {
      if (isEnding) return;
      isEnding = true;
      const late = new Promise<void>((resolve) => setTimeout(resolve, MOST_MS));
      // What is not done is taken up again by whoever comes next.
      await Promise.race([work().catch(() => undefined), late]);
      process.off(signal, onSignal);
      for (const other of others) process.on(signal, other);
      process.kill(process.pid, signal);
    };
    process.removeAllListeners(signal);
    process.on(signal, onSignal);
  }
}
