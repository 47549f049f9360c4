/** Waits for work that cannot be stopped itself no longer than until the signal. */
export function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const giveUp = () => reject(stop.reason);
  if (stop.aborted) giveUp();
  stop.addEventListener("abort", giveUp, { once: true });
  work.then(resolve, reject).finally(() => stop.removeEventListener("abort", giveUp));
  return promise;
}
