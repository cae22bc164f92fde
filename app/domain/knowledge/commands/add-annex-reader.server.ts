import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { addressInput } from '../../people/email-address';
import { memberAt } from '../../people/member-at.server';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { annexFact } from '../annexes/annex-fact';
import { mayKeepAnnex } from '../annexes/annex-policy';
import { ANNEX_NOUNS, lockedAnnex } from '../annexes/annex-standing.server';

const input = z.strictObject({
  noun: z.enum(ANNEX_NOUNS),
  reference: referenceInput,
  /** One of these: a person by address or by id, or a whole team. */
  address: z.union([z.literal(''), addressInput]).optional(),
  personId: z.uuid().optional(),
  team: optionalReferenceInput,
});

/** Puts a person or a team on the list of those who read an annex. */
export const addAnnexReader = command({
  name: 'knowledge.add-annex-reader',
  input,
  load: async ({ tx, actor, input: { noun, reference, address, personId, team } }) => {
    const annex = await lockedAnnex(tx, actor, noun, reference);
    const found = team ? await tx.team.findUnique({ where: { reference: team } }) : null;
    const person = personId ?? (address ? await memberAt(tx, address) : null);
    return annex && { ...annex, personId: person, teamId: found?.id ?? null };
  },
  authorise: (actor, { standing }) => mayKeepAnnex(actor, standing),
  subject: ({ noun, id }) => ({ noun, nounId: id }),
  decide: ({ input: asked, loaded, actor, newId }) => {
    const { row, standing, personId, teamId } = loaded;
    if (!isPerson(actor) || !row) throw new Error('authorised above');
    if (asked.team && !teamId)
      return refuseField('NoSuchTeam', 'team', 'There is no team with this reference');
    if (!teamId && !personId)
      return refuseField('NoSuchMember', 'address', 'No verified member has this e-mail address');
    if (standing.readerIds.includes(personId ?? '') || standing.readerTeamIds.includes(teamId ?? ''))
      return refuse('IsReaderAlready', 'They are on the list already.', { stale: true });
    const who = teamId ? { teamId, personId: null } : { personId, teamId: null };
    const change = { id: newId(), annexId: row.id, addedById: actor.id, ...who };
    const data = { annexId: row.id, readerId: change.id, ...who };
    return {
      change: { row: change, noun: loaded.noun, reference: loaded.reference },
      facts: [annexFact('AnnexReaderWasAdded', loaded, data)],
    };
  },
  save: async ({ tx, now }, { row, noun, reference }) => {
    await tx.annexReader.create({ data: { ...row, addedAt: now } });
    return { noun, reference };
  },
});
