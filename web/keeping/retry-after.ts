const SECOND = 1000;
/** Nobody is waited for longer than this, whatever they ask. */
const MOST_MS = 30 * 24 * 60 * 60 * SECOND;

/**
 * When a site may be asked again, by its `Retry-After`: so many seconds from now, or a date (RFC 9110, 10.2.3).
 *
 * @returns null where it says nothing that can be read, or nothing that lies ahead; at most thirty days ahead
 * @example retryAfterOf("120", now) // two minutes from now
 */
export function retryAfterOf(header: string | null, now: Date): Date | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime();
  return ms > 0 ? new Date(now.getTime() + Math.min(ms, MOST_MS)) : null;
}
