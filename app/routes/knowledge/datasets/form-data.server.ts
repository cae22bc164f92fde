import type { Actor } from '~/domain/actor';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';

/** What the form of an entry offers to choose from. */
export async function datasetChoices(actor: Actor) {
  const [organisations, areas] = await Promise.all([
    ask(organisationChoices, actor, {}),
    ask(termChoices, actor, { schemes: ['threatArea'] }),
  ]);
  return { organisations: organisations ?? [], areas: areas ?? [] };
}
