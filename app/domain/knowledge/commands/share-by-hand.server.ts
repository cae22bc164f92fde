import { z } from 'zod';
import { command } from '../../command.server';
import { referenceOf } from '../citations/reference-of';
import { workDetails } from '../finding-form';
import { mayShareFinding, takesPart } from '../finding-policy';
import { insertFinding, ownNameLinked, startedDraft } from '../new-finding.server';

/** Starts a finding from the reference of a work as somebody typed it. */
export const shareByHand = command({
  name: 'knowledge.share-by-hand',
  input: z.strictObject(workDetails),
  load: async ({ tx, actor }) => {
    const person = actor.kind === 'person' ? actor.id : undefined;
    const own = person
      ? await tx.person.findUnique({ where: { id: person }, select: { orcid: true } })
      : null;
    return { orcid: own?.orcid ?? null };
  },
  authorise: (actor) => mayShareFinding(actor),
  decide: ({ input, loaded, actor }) => {
    if (!takesPart(actor)) throw new Error('authorised above');
    const authors = input.authors.map((author) =>
      ownNameLinked(actor, loaded.orcid, { ...author, orcid: author.orcid || null }),
    );
    const draft = startedDraft({ about: referenceOf(input), authors });
    return {
      change: { writer: actor, draft },
      facts: [{ name: 'FindingWasStarted', noun: 'finding', nounId: draft.id, data: { from: 'form' } }],
    };
  },
  save: async ({ tx, now }, { writer, draft }) => {
    await insertFinding(tx, writer, now, draft);
    return { reference: draft.reference };
  },
});
