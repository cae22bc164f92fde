import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { groupPage } from '~/domain/governance/groups/queries/group-page.server';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import type { Actor } from '~/domain/actor';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The group of an address, for those who keep it. */
export async function groupToKeep(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  return { actor, group: found(await ask(groupPage, actor, { reference: args.params['reference'] })) };
}

/** What a group is described with. */
export async function groupChoicesFor(actor: Actor) {
  const [terms, organisations] = await Promise.all([
    ask(termChoices, actor, { schemes: ['threatArea', 'enabler', 'strand', 'level'] }),
    ask(organisationChoices, actor, {}),
  ]);
  return { terms: terms ?? [], organisations: organisations ?? [] };
}

export const groupOf = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({
  group: params['reference'] ?? '',
});
