/** How long and how much one fetch may take. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** To find a host's addresses and connect to one of them, the TLS handshake included; anew for each redirect. */
  readonly connectMs: number;
  /** From the request to the end of the answer's headers. */
  readonly firstByteMs: number;
  /** All redirects and the whole body. */
  readonly totalMs: number;
  readonly redirects: number;
  /** All headers of one answer. */
  readonly headerBytes: number;
  /** The body as sent, mostly compressed. */
  readonly receivedBytes: number;
  /** The body as it is once unpacked. */
  readonly unpackedBytes: number;
}

/**
 * Where a fetch may go, what it says it is, and how much it may take. A plain record, so that another process can be
 * given it.
 */
export interface FetchPolicy {
  readonly ports: readonly number[];
  /** Ranges (CIDR) that are not public and may be fetched all the same: an intranet's. */
  readonly allowedRanges: readonly string[];
  /**
   * Ranges (CIDR) or addresses never fetched, though they were public or allowed: our own, and what the settings add.
   */
  readonly refusedRanges: readonly string[];
  /** Host names never fetched: our own. */
  readonly refusedHosts: readonly string[];
  readonly userAgent: string;
  readonly limits: FetchLimits;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: FetchLimits = {
  connectMs: 10_000,
  firstByteMs: 10_000,
  totalMs: 30_000,
  redirects: 5,
  headerBytes: 64 * 1024,
  receivedBytes: 5 * MB,
  unpackedBytes: 20 * MB,
};

export const DEFAULT_POLICY: FetchPolicy = {
  ports: [80, 443],
  allowedRanges: [],
  refusedRanges: [],
  refusedHosts: [],
  userAgent: "Hindcast (keeps copies of pages that are cited as evidence)",
  limits: DEFAULT_LIMITS,
};
