import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import { database, pool } from './db.server';
import { env } from './env.server';

/**
 * Sign-in sessions. Lucia 3 gets no new features, so nothing outside this file imports it.
 * The database holds only the SHA-256 of a session's identifier.
 */
const hashOf = (sessionId: string) => createHash('sha256').update(sessionId).digest('base64url');

interface SessionRow {
  id: string;
  personId: string;
  expiresAt: Date;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
  userAgent: string;
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    UserId: string;
    DatabaseSessionAttributes: Pick<
      SessionRow,
      'createdAt' | 'lastSeenAt' | 'secondFactorAt' | 'userAgent'
    > & {
      dataVersion?: string;
    };
  }
}

const asSession = (row: SessionRow & { dataVersion?: string }, id: string): DatabaseSession => ({
  id,
  userId: row.personId,
  expiresAt: row.expiresAt,
  attributes: {
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    secondFactorAt: row.secondFactorAt,
    userAgent: row.userAgent,
    ...(row.dataVersion !== undefined && { dataVersion: row.dataVersion }),
  },
});

/** Asked first on every signed-in page, so it says as well what the database holds at that moment. */
const byId = {
  name: 'session-by-id',
  text: `SELECT id, person_id AS "personId", expires_at AS "expiresAt", created_at AS "createdAt",
    last_seen_at AS "lastSeenAt", second_factor_at AS "secondFactorAt", user_agent AS "userAgent",
    pg_current_snapshot()::text AS "dataVersion" FROM session WHERE id = $1`,
};

const adapter: Adapter = {
  async deleteExpiredSessions() {
    await database().session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  },
  async deleteSession(sessionId) {
    await database().session.deleteMany({ where: { id: hashOf(sessionId) } });
  },
  async deleteUserSessions(personId) {
    await database().session.deleteMany({ where: { personId } });
  },
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = (await pool().query<SessionRow & { dataVersion: string }>(byId, [hashOf(sessionId)])).rows;
    return row ? [asSession(row, sessionId), { id: row.personId, attributes: {} }] : [null, null];
  },
  async getUserSessions(personId) {
    const rows = await database().session.findMany({ where: { personId } });
    return rows.map((row) => asSession(row, row.id));
  },
  async setSession(session) {
    await database().session.create({
      data: {
        id: hashOf(session.id),
        personId: session.userId,
        expiresAt: session.expiresAt,
        createdAt: session.attributes.createdAt,
        lastSeenAt: session.attributes.lastSeenAt,
        secondFactorAt: session.attributes.secondFactorAt,
        userAgent: session.attributes.userAgent,
      },
    });
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await database().session.updateMany({ where: { id: hashOf(sessionId) }, data: { expiresAt } });
  },
};

const secure = env.SOUNDINGS_BASE_URL.startsWith('https:');
/** Without use a session ends after half its life: Lucia renews in the second half. */
const IDLE = new TimeSpan(8, 'h');
const ABSOLUTE_MS = 24 * 60 * 60 * 1000;
const SEEN_EVERY_MS = 5 * 60 * 1000;

const lucia = new Lucia(adapter, {
  sessionExpiresIn: IDLE,
  sessionCookie: {
    name: secure ? '__Host-soundings' : 'soundings',
    expires: false,
    attributes: { secure, sameSite: 'lax', path: '/' },
  },
  getSessionAttributes: (attributes) => attributes,
});

export interface SignedIn {
  sessionId: string;
  /** The stored hash: names a session on the sessions page without giving it away. */
  storedId: string;
  personId: string;
  secondFactorAt: Date | null;
  /** What the database held when the session was looked up. */
  dataVersion: string | undefined;
}

export async function startSession(
  personId: string,
  about: { userAgent: string; secondFactorAt: Date | null },
): Promise<string> {
  const now = new Date();
  const userAgent = about.userAgent.slice(0, 300);
  const attributes = { createdAt: now, lastSeenAt: now, secondFactorAt: about.secondFactorAt, userAgent };
  const session = await lucia.createSession(personId, attributes);
  return lucia.createSessionCookie(session.id).serialize();
}

/** Lucia decodes every cookie of the header, and throws at one of somebody else's that is not well formed. */
function idIn(cookieHeader: string): string | undefined {
  const prefix = `${lucia.sessionCookieName}=`;
  const ours = cookieHeader.split(/;\s*/).find((each) => each.startsWith(prefix));
  const id = ours?.slice(prefix.length).trim();
  return id && /^[a-z0-9]{20,80}$/.test(id) ? id : undefined;
}

/** Who the cookie header belongs to; null when nobody, expired, idle too long or older than a day. */
export async function sessionOf(cookieHeader: string | null): Promise<SignedIn | null> {
  const sessionId = idIn(cookieHeader ?? '');
  if (!sessionId) return null;
  const { session } = await lucia.validateSession(sessionId);
  if (!session) return null;
  const storedId = hashOf(sessionId);
  const now = Date.now();
  if (now - session.createdAt.getTime() > ABSOLUTE_MS) {
    await lucia.invalidateSession(sessionId);
    return null;
  }
  if (now - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await database().session.updateMany({ where: { id: storedId }, data: { lastSeenAt: new Date(now) } });
  const { userId: personId, secondFactorAt } = session;
  return { sessionId, storedId, personId, secondFactorAt, dataVersion: session.dataVersion };
}

export async function passSecondFactor(storedId: string): Promise<void> {
  await database().session.update({ where: { id: storedId }, data: { secondFactorAt: new Date() } });
}

export async function endSession(sessionId: string): Promise<string> {
  await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

export const forgetSessionCookie = (): string => lucia.createBlankSessionCookie().serialize();

export async function endOtherSessions(personId: string, keepStoredId: string | null): Promise<void> {
  await database().session.deleteMany({ where: { personId, id: { not: keepStoredId ?? '' } } });
}
