"use client";

import { useEffect, useState } from "react";

const TAKEN = 'main input[name$=".take"]:checked';

/** How many sentences are ticked; null until there is script to count them. */
export function useChosenCount(): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setCount(document.querySelectorAll(TAKEN).length);
    look();
    document.addEventListener("change", look);
    return () => document.removeEventListener("change", look);
  }, []);
  return count;
}
