"use client";

import { useEffect } from "react";

/** Starts our script in development, once the framework has taken the page over: before, it would find it changed. */
export function LateScript() {
  useEffect(() => {
    import("../../_script/main.ts");
  }, []);
  return null;
}
