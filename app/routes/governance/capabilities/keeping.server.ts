import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Actor } from '~/domain/actor';
import { capabilityPage } from '~/domain/governance/capabilities/queries/capability-page.server';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The capability of an address, for those who keep it. */
export async function capabilityToKeep(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  const capability = found(await ask(capabilityPage, actor, { reference: args.params['reference'] }));
  return { actor, capability };
}

export async function capabilityChoicesFor(actor: Actor) {
  const [terms, organisations] = await Promise.all([
    ask(termChoices, actor, { schemes: ['threatArea', 'enabler'] }),
    ask(organisationChoices, actor, {}),
  ]);
  return { terms: terms ?? [], organisations: organisations ?? [] };
}

export const capabilityOf = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({
  capability: params['reference'] ?? '',
});
