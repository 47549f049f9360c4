"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";

const LOOK_EVERY_MS = 2000;
const MOST_LOOKS = 20;

/**
 * Says that a page is being read, and looks by itself whether it was; then the page around is rendered anew, with what is
 * typed in its form left as it is. After a while it gives up and says so.
 *
 * @param hasEnded asks whether the reading of the page has ended
 */
export function WatchedReading({
  page,
  hasEnded,
  late,
  children,
}: {
  page: string;
  hasEnded: (page: string) => Promise<boolean>;
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
        if (await hasEnded(page)) {
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
  }, [page, hasEnded, router]);
  return isLate ? late : children;
}
