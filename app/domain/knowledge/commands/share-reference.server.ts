import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { readReference } from '../citations/read-reference.server';
import { mayShareFinding, takesPart } from '../finding-policy';
import { insertFinding, ownNameLinked, startedDraft } from '../new-finding.server';

/** Starts a finding from pasted BibTeX, RIS or a DOI. */
export const shareReference = command({
  name: 'knowledge.share-reference',
  input: z.strictObject({ pasted: textInput('Paste a BibTeX or RIS record, or a DOI', 20_000) }),
  load: async ({ tx, actor }) => {
    const person = actor.kind === 'person' ? actor.id : undefined;
    const own = person
      ? await tx.person.findUnique({ where: { id: person }, select: { orcid: true } })
      : null;
    return { orcid: own?.orcid ?? null };
  },
  authorise: (actor) => mayShareFinding(actor),
  decide: ({ input, loaded, actor }) => {
    const about = readReference(input.pasted);
    if (about === null)
      return refuseField(
        'ReferenceCannotBeRead',
        'pasted',
        'This is neither BibTeX, RIS nor a DOI that Soundings can read',
      );
    if (about === 'several')
      return refuseField('SeveralReferences', 'pasted', 'Paste one record at a time: this holds several');
    if (!takesPart(actor)) throw new Error('authorised above');
    const authors = about.authors.map((author) =>
      ownNameLinked(actor, loaded.orcid, { ...author, roles: [] }),
    );
    const draft = startedDraft({ about, authors });
    return {
      change: { writer: actor, draft, complete: about.title !== '' },
      facts: [{ name: 'FindingWasStarted', noun: 'finding', nounId: draft.id, data: { from: 'reference' } }],
    };
  },
  save: async ({ tx, now }, { writer, draft, complete }) => {
    await insertFinding(tx, writer, now, draft);
    return { reference: draft.reference, complete };
  },
});
