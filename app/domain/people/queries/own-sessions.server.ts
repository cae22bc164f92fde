import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';

/** Where one is signed in. A session is named by the start of its stored hash, which opens nothing. */
export const ownSessions = query({
  name: 'people.own-sessions',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? { personId: actor.id } : null),
  read: async ({ db, scope, actor }) => {
    if (scope === null) return null;
    const present = actor.kind === 'person' ? actor.sessionId : null;
    const rows = await db.session.findMany({ where: scope, orderBy: { lastSeenAt: 'desc' }, take: 50 });
    return rows.map(({ id, createdAt, lastSeenAt, userAgent }) => ({
      name: id.slice(0, 16),
      present: id === present,
      createdAt,
      lastSeenAt,
      device: showDevice(userAgent),
    }));
  },
});

/** The browser and system that a browser says it is; good enough to tell one's own devices apart. */
export function showDevice(userAgent: string): string {
  const first = (names: [string, RegExp][]) => names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const browser = first([
    ['Edge', /Edg/],
    ['Firefox', /Firefox/],
    ['Chrome', /Chrom/],
    ['Safari', /Safari/],
  ]);
  const system = first([
    ['iPhone or iPad', /iPhone|iPad/],
    ['Android', /Android/],
    ['Windows', /Windows/],
    ['Mac', /Mac OS/],
    ['Linux', /Linux/],
  ]);
  return [browser ?? 'A browser', system].filter(Boolean).join(' on ');
}
