"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";

const LOOK_EVERY_MS = 2000;
const MOST_LOOKS = 20;

/** Whether an answer of our API says that the reading has ended. */
function hasEnded(page: unknown): boolean {
  if (typeof page !== "object" || page === null || !("suggestions" in page)) return false;
  const { suggestions } = page;
  return (
    typeof suggestions === "object" &&
    suggestions !== null &&
    "reading" in suggestions &&
    suggestions.reading !== "waiting"
  );
}

/**
 * Says that a page is being read, and looks by itself whether it was; then the page around is drawn anew, with what is
 * typed in its form left as it is. After a while it gives up and says so.
 *
 * @param address where our API tells of the page
 */
export function WatchedReading({
  address,
  late,
  children,
}: {
  address: string;
  late: ReactNode;
  children: ReactNode;
}) {
  const router = useRouter();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      looks += 1;
      try {
        const answer = await fetch(address);
        if (answer.ok && hasEnded(await answer.json())) {
          if (!isOver) router.refresh();
          return;
        }
      } catch {
        // The server is away just now; the next look may find it.
      }
      if (isOver) return;
      if (looks >= MOST_LOOKS) setLate(true);
      else timer = setTimeout(look, LOOK_EVERY_MS);
    };
    timer = setTimeout(look, LOOK_EVERY_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address, router]);
  return isLate ? late : children;
}
