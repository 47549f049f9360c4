"use client";

import { type ComponentProps, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";

/**
 * What was typed into a field of the served page before script took it over. React puts a filled field of several
 * lines back to what it was served with when it does (19.3), so it has to be read before; null where nothing was.
 */
function typedBefore(id: string, served: string): string | null {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement && field.value !== served ? field.value : null;
}

const subscribeToNothing = () => () => {};
/** Whether script is taking over what was served. A field drawn later finds the one before it under its id. */
const useTakingOver = () =>
  useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  );

/** A field of several lines that keeps what was typed into it, however early. */
export function LinesField({
  id,
  defaultValue,
  ...rest
}: ComponentProps<"textarea"> & { id: string; defaultValue: string }) {
  const isTakingOver = useTakingOver();
  const [early] = useState(() => (isTakingOver ? typedBefore(id, defaultValue) : null));
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (early !== null && field.current !== null) field.current.value = early;
  }, [early]);
  return <textarea id={id} defaultValue={defaultValue} ref={field} {...rest} />;
}
