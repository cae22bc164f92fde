import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';

/** One's own profile as the form needs it; an empty one for whoever has none yet. */
export const ownExpertProfile = query({
  name: 'people.own-expert-profile',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, scope }) => {
    if (scope === null) return null;
    const profile = await db.expertProfile.findUnique({ where: { personId: scope } });
    const terms = await db.expertTerm.findMany({
      where: { personId: scope },
      select: { term: { select: { scheme: true, reference: true } } },
    });
    const of = (scheme: string) =>
      terms.flatMap(({ term }) => (term.scheme === scheme ? [term.reference] : []));
    return {
      exists: profile !== null,
      revision: profile?.revision ?? 0,
      summary: profile?.summary ?? '',
      threatAreas: of('threatArea'),
      methods: of('method'),
      disciplines: of('discipline'),
      languages: (profile?.languages ?? []).join(', '),
      regions: (profile?.regions ?? []).join(', '),
      availability: profile?.availability ?? 'unstated',
      availableFrom: profile?.availableFrom ?? null,
      capacityDays: profile?.capacityDays ?? null,
      clearanceLevel: profile?.clearanceLevel ?? '',
      clearanceSponsor: profile?.clearanceSponsor ?? '',
      clearanceExpires: profile?.clearanceExpires ?? null,
      interests: profile?.interests ?? '',
      willingFor: profile?.willingFor ?? [],
      webAddress: profile?.webAddress ?? '',
      listed: profile?.listed ?? true,
      confirmedAt: profile?.confirmedAt ?? null,
    };
  },
});
