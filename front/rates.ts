/** How many requests of one asker are answered in a minute, and of how many askers that is known at once. */
const MOST = 600;
const WINDOW_MS = 60_000;
const MOST_ASKERS = 20_000;

interface Count {
  requests: number;
  readonly until: number;
}

/** Counts the requests of each asker, a minute at a time. Of more askers than are kept, those known longest are forgotten. */
export function rates(most = MOST, mostAskers = MOST_ASKERS) {
  const counts = new Map<string, Count>();
  return {
    /**
     * Counts one more request.
     *
     * @param now in milliseconds, of a clock that only goes on
     * @returns in how many seconds the asker is answered again; null where it is answered now
     */
    count(asker: string, now: number): number | null {
      const known = counts.get(asker);
      if (known === undefined || known.until <= now) {
        counts.delete(asker);
        counts.set(asker, { requests: 1, until: now + WINDOW_MS });
        const [oldest] = counts.keys();
        if (counts.size > mostAskers && oldest !== undefined) counts.delete(oldest);
        return null;
      }
      known.requests += 1;
      return known.requests > most ? Math.ceil((known.until - now) / 1000) : null;
    },
  };
}
