"use client";

import { useEffect, useRef } from "react";

/** Puts what is selected in a text of the page into a field of the form around it. Without script people paste it. */
export function SelectedWords({ field, within }: { field: string; within: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    const text = document.getElementById(within);
    if (!form || text === null) return;
    const take = () => {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
      if (!text.contains(selection.getRangeAt(0).commonAncestorContainer)) return;
      const input = form.elements.namedItem(field);
      if (input instanceof HTMLTextAreaElement) input.value = selection.toString();
    };
    document.addEventListener("selectionchange", take);
    return () => document.removeEventListener("selectionchange", take);
  }, [field, within]);
  return <span ref={place} hidden />;
}
