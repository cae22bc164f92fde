import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { lockedTerm } from '../loaded-term.server';
import { aliasesOf, reviseTermInput } from '../term-form';
import { mayEditTerms } from '../term-policy';

/** A new wording of a term. The old one stays readable as a version. */
export const reviseTerm = command({
  name: 'taxonomy.reviseTerm',
  input: reviseTermInput,
  load: ({ tx, input }) => lockedTerm(tx, input.reference),
  authorise: (actor) => mayEditTerms(actor),
  subject: (term) => ({ noun: 'term', nounId: term.id }),
  decide: ({ input, loaded: term, actor, now, newId }) => {
    if (term.retiredAt)
      return refuse('TermIsRetired', 'This term was retired. Bring it back before you change its wording.');
    if (term.revision !== input.revision)
      return refuse(
        'TermWasChanged',
        'Somebody else changed this term while you were writing. Open it again to see their wording; yours is still below.',
        { stale: true },
      );
    const { name, definition, source, changeNote } = input;
    const aliases = aliasesOf(input.aliases);
    const reviewBy = input.reviewBy ?? null;
    const sameWords =
      name === term.name &&
      definition === term.definition &&
      source === term.source &&
      aliases.join('\n') === term.aliases.join('\n');
    if (sameWords && reviewBy?.getTime() === term.reviewBy?.getTime())
      return refuseField(
        'NothingChanged',
        'name',
        'Change the wording or the review date, or leave this page.',
      );
    const number = (term.versions[0]?.number ?? 0) + 1;
    const recordedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: {
        term,
        words: { name, definition, aliases, source },
        reviewBy,
        version: { id: newId(), number, changeNote, holdsFrom: ukDay(now), recordedAt: now, recordedById },
      },
      facts: [{ name: 'TermWasRevised', noun: 'term', nounId: term.id, data: { version: number } }],
    };
  },
  save: async ({ tx }, { term, words, reviewBy, version }) => {
    await tx.term.update({
      where: { id: term.id },
      data: { ...words, reviewBy, revision: { increment: 1 } },
    });
    await tx.termVersion.create({
      data: { ...version, ...words, standing: term.standing, termId: term.id },
    });
    return { reference: term.reference };
  },
});
