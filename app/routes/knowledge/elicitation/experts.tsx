import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { InviteButton } from '~/components/question/inviting/invite-button';
import { UnsaidReply } from '~/components/question/unsaid-reply';
import { inviteToElicitation } from '~/domain/elicitation/commands/invite-to-elicitation.server';
import { expertsToInvite } from '~/domain/elicitation/queries/experts-to-invite.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Invite experts to estimate');

export async function loader(args: LoaderFunctionArgs) {
  const { name } = readSearch(args.request, { name: z.string().max(100).optional() });
  const input = { reference: args.params.reference, ...(name ? { name } : {}) };
  const view = found(await ask(expertsToInvite, await personWhoAsks(args), input));
  if (view.kind === 'denied') throw forbidden(view.why);
  return { ...view, name };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, inviteToElicitation, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.elicitationExperts(reference),
      says: 'Invited. They are told in their inbox.',
    }),
  );

export default function InviteExperts() {
  const { reference, title, invited, found: people, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.elicitation(reference)}>Back to the elicitation</BackLink>}>
      <UnsaidReply reply={reply} />
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Invite experts to estimate</h1>
      <p className="govuk-body">
        {invited.length === 0
          ? 'Nobody is invited yet. Three first estimates at least are needed; five to eight experts who see the matter from different sides are better.'
          : `Invited so far, ${invited.length}: ${invited.join(', ')}.`}
      </p>
      <h2 className="govuk-heading-m" id="person">
        {name ? `Experts with “${name}” in their name` : 'Experts of its threat areas'}
      </h2>
      {people.length === 0 && <p className="govuk-body">There is nobody else. Try a name.</p>}
      <ul className="govuk-list">
        {people.map((person) => (
          <li key={person.reference} className="mb-3">
            <a className="govuk-link" href={paths.expert(person.reference)}>
              {person.name}
            </a>
            {person.organisation && `, ${person.organisation}`}
            {person.shared.length > 0 && ` (${person.shared.join(', ')})`} <InviteButton person={person} />
          </li>
        ))}
      </ul>
      <form method="get" action={paths.elicitationExperts(reference)}>
        <TextInput
          name="name"
          label="Find somebody by name"
          width={20}
          {...(name ? { defaultValue: name } : {})}
        />
        <Button variant="secondary">Find</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.elicitation(reference)}>
          Done inviting
        </a>
      </p>
    </PageBody>
  );
}
