/** So many requests in so many seconds, from the first of them: the documented counts of the API. */
export const API_LIMITS = {
  token: { requests: 3000, seconds: 300 },
  address: { requests: 1200, seconds: 300 },
} as const;
export type ApiLimit = keyof typeof API_LIMITS;

interface Window {
  count: number;
  endsAt: number;
}

const MOST_WINDOWS = 20_000;
const windows = new Map<string, Window>();

export interface RateStanding {
  exceeded: boolean;
  remaining: number;
  secondsLeft: number;
  policy: string;
}

/**
 * Counts a request in the memory of the one process that serves them: counting in the database would make every
 * read a write, and everything that is kept while nothing is written would be forgotten at each of them.
 */
export function countRequest(limit: ApiLimit, of: string, at = performance.now()): RateStanding {
  const { requests, seconds } = API_LIMITS[limit];
  const key = `${limit}:${of}`;
  const known = windows.get(key);
  const window = known && known.endsAt > at ? known : { count: 0, endsAt: at + seconds * 1000 };
  window.count += 1;
  if (window !== known) makeRoom(at);
  windows.set(key, window);
  return {
    exceeded: window.count > requests,
    remaining: Math.max(0, requests - window.count),
    secondsLeft: Math.max(1, Math.ceil(Math.round(window.endsAt - at) / 1000)),
    policy: `"${limit}";q=${requests};w=${seconds}`,
  };
}

function makeRoom(at: number): void {
  if (windows.size < MOST_WINDOWS) return;
  for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
  for (const key of windows.keys()) {
    if (windows.size < MOST_WINDOWS) return;
    windows.delete(key);
  }
}

/** Header fields of draft-ietf-httpapi-ratelimit-headers-10. */
export function rateHeaders(limit: ApiLimit, standing: RateStanding): Record<string, string> {
  const { policy, remaining, secondsLeft, exceeded } = standing;
  return {
    'RateLimit-Policy': policy,
    RateLimit: `"${limit}";r=${remaining};t=${secondsLeft}`,
    ...(exceeded ? { 'Retry-After': String(secondsLeft) } : {}),
  };
}
