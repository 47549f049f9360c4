const MARK = Symbol.for("hindcast.front");

/** Says that the front stands in this process. */
export function markFront(): void {
  Reflect.set(globalThis, MARK, true);
}

/** Whether the front stands in this process: the app does not start without it. */
export const isBehindFront = (): boolean => Reflect.get(globalThis, MARK) === true;
