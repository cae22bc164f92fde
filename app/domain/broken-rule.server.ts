export interface BrokenRule {
  rule: string;
  message: string | null;
}

interface DatabaseError {
  code?: unknown;
  originalCode?: unknown;
  originalMessage?: unknown;
  message?: unknown;
  meta?: unknown;
  cause?: unknown;
  constraint?: unknown;
  driverAdapterError?: unknown;
}

const CONSTRAINT_CODES = new Set(['23505', '23514', '23503', '23P01', 'SN001']);

/**
 * The rule that the database refused to break, if that is what an error is about. Rules raised by our own
 * triggers carry their words after `name: `; constraints carry their name alone.
 */
export function brokenRule(error: unknown, depth = 0): BrokenRule | null {
  if (depth > 6 || typeof error !== 'object' || error === null) return null;
  const { code, originalCode, originalMessage, message, meta, cause, constraint, driverAdapterError } =
    error as DatabaseError;
  const sqlState = typeof originalCode === 'string' ? originalCode : code;
  const text =
    typeof originalMessage === 'string' ? originalMessage : typeof message === 'string' ? message : '';
  if (typeof sqlState === 'string' && CONSTRAINT_CODES.has(sqlState)) {
    if (sqlState === 'SN001') {
      const raised = /(\w+): (.+)/.exec(text);
      if (raised?.[1] && raised[2]) return { rule: raised[1], message: raised[2] };
    }
    const named = typeof constraint === 'string' ? constraint : /constraint "([^"]+)"/.exec(text)?.[1];
    if (named) return { rule: named, message: null };
  }
  return (
    brokenRule(cause, depth + 1) ?? brokenRule(meta, depth + 1) ?? brokenRule(driverAdapterError, depth + 1)
  );
}

/** Deadlock and serialization failure, as PostgreSQL and as Prisma name them. */
const TRANSIENT_CODES = new Set(['40P01', '40001', 'P2034']);

/** A row that is there already, or not any more, as PostgreSQL and as Prisma name it. */
const OVERTAKEN_CODES = new Set(['23505', 'P2002', 'P2025']);

/** Whether the database gave a transaction up for the sake of another: the same work may succeed at once. */
export const gaveWay = (error: unknown): boolean => hasCode(TRANSIENT_CODES, error);

/** Whether what was loaded may no longer have stood when it was written: judged again, the work is refused in words. */
export const wasOvertaken = (error: unknown): boolean => hasCode(OVERTAKEN_CODES, error);

function hasCode(codes: ReadonlySet<string>, error: unknown, depth = 0): boolean {
  if (depth > 6 || typeof error !== 'object' || error === null) return false;
  const { code, originalCode, meta, cause, driverAdapterError } = error as DatabaseError;
  if ([code, originalCode].some((one) => typeof one === 'string' && codes.has(one))) return true;
  return [cause, meta, driverAdapterError].some((inner) => hasCode(codes, inner, depth + 1));
}
