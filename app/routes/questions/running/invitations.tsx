import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { InviteButton } from '~/components/question/inviting/invite-button';
import { InvitedList } from '~/components/question/inviting/invited-list';
import { InviteOrganisation } from '~/components/question/inviting/invite-organisation';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { SuggestedExperts } from '~/components/question/inviting/suggested-experts';
import { UnsaidReply } from '~/components/question/unsaid-reply';
import { missingSentences } from '~/domain/matching/experts/missing-experts';
import { suggestedExperts } from '~/domain/matching/queries/suggested-experts.server';
import { ask } from '~/domain/query.server';
import { inviteExpert } from '~/domain/questions/commands/invite-expert.server';
import { inviteOrganisation } from '~/domain/questions/commands/invite-organisation.server';
import { askedTooOften, NOT_ASKED, showAsked } from '~/domain/questions/inviting/asking-limit';
import { invitationsPage } from '~/domain/questions/queries/invitations-page.server';
import { timesAsked } from '~/domain/questions/queries/times-asked.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { questionFor } from '../question-for.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference } = await questionFor(
    args,
    ({ run }) => run,
    'Only the team’s authors and the senior responsible owner invite experts.',
  );
  const { name } = readSearch(args.request, { name: z.string().max(100).optional() });
  const [page, suggested] = await Promise.all([
    ask(invitationsPage, actor, { reference, ...(name ? { name } : {}) }),
    ask(suggestedExperts, actor, { reference }),
  ]);
  const people = suggested?.people ?? [];
  const references = [...people, ...(page?.found ?? [])].map((person) => person.reference);
  const asked = await ask(timesAsked, actor, { reference, people: references });
  const withAsked = <Shown extends { reference: string }>(shown: Shown) => ({
    ...shown,
    asked: asked?.[shown.reference] ?? NOT_ASKED,
  });
  const shown = found(page);
  return {
    page: { ...shown, found: shown.found.map(withAsked) },
    name,
    suggested: people.map(withAsked),
    missing: suggested ? missingSentences(suggested.missing) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.questionInvitations(reference),
    says: 'Invited. They are told in their inbox.',
  };
  return form.has('organisation') ? act(args, inviteOrganisation, acting) : act(args, inviteExpert, acting);
}

export const meta: MetaFunction = () => pageTitle('Invite experts');

export default function Invitations() {
  const { page, name, suggested, missing } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const ofOrganisation = reply?.result.error && 'organisation' in reply.result.error;
  return (
    <PageBody before={<QuestionCrumbs question={page} here="Invite experts" />}>
      {!ofOrganisation && <UnsaidReply reply={reply} />}
      <h1 className="govuk-heading-l">Invite experts</h1>
      <SuggestedExperts people={suggested} missing={missing} />
      <h2 className="govuk-heading-m">Find somebody by name</h2>
      <form method="get" action={paths.questionInvitations(page.reference)}>
        <TextInput name="name" label="Name" width={20} {...(name ? { defaultValue: name } : {})} />
        <Button variant="secondary">Find</Button>
      </form>
      {name && page.found.length === 0 && <p className="govuk-body">No expert has “{name}” in their name.</p>}
      <ul className="govuk-list" id="person">
        {page.found.map((person) => (
          <li key={person.reference} className="mb-3">
            {person.name}
            {person.organisation && `, ${person.organisation}`}. {showAsked(person.asked)}.{' '}
            {askedTooOften(person.asked) ? 'Not now.' : <InviteButton person={person} />}
          </li>
        ))}
      </ul>
      <InviteOrganisation reply={reply} organisations={page.organisations} />
      <InvitedList invited={page.invited} visibility={page.visibility} />
    </PageBody>
  );
}
