import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { aliasesOf, addTermInput } from '../term-form';
import { mayEditTerms } from '../term-policy';
import { slugFromName } from '../wording';

const taken = 'A term of this kind has that name already, perhaps a retired one.';

/** A new term, open for tagging at once. */
export const addTerm = command({
  name: 'taxonomy.addTerm',
  input: addTermInput,
  load: async ({ tx, input }) => {
    const where = { scheme_slug: { scheme: input.scheme, slug: slugFromName(input.name) } };
    return {
      known: await tx.term.findUnique({ where, select: { id: true } }),
      count: await tx.term.count({ where: { scheme: input.scheme } }),
    };
  },
  authorise: (actor) => mayEditTerms(actor),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    const slug = slugFromName(input.name);
    if (slug === '') return refuseField('NameHasNoLetters', 'name', 'Enter a name with letters in it');
    if (loaded.known) return refuseField('TermExists', 'name', taken);
    const { scheme, name, definition, source, changeNote } = input;
    const id = newId();
    const words = { name, definition, aliases: aliasesOf(input.aliases), source };
    const recordedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: {
        row: {
          id,
          reference: newReference(),
          scheme,
          slug,
          ...words,
          position: loaded.count + 1,
          reviewBy: input.reviewBy ?? null,
          createdAt: now,
        },
        version: {
          id: newId(),
          number: 1,
          ...words,
          standing: 'current' as const,
          changeNote,
          holdsFrom: ukDay(now),
          recordedAt: now,
          recordedById,
        },
      },
      facts: [{ name: 'TermWasAdded', noun: 'term', nounId: id, data: { scheme } }],
    };
  },
  save: async ({ tx }, { row, version }) => {
    await tx.term.create({ data: { ...row, versions: { create: version } } });
    return { reference: row.reference };
  },
  rules: { term_scheme_slug_key: refuse('TermExists', taken, { fields: { name: taken } }) },
});
