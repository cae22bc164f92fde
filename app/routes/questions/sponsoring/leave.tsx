import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { ask } from '~/domain/query.server';
import { leaveSponsorship } from '~/domain/questions/commands/leave-sponsorship.server';
import { sponsorshipPage } from '~/domain/questions/queries/sponsorship-page.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction = () => pageTitle('Leave as a sponsor');

export async function loader(args: LoaderFunctionArgs) {
  const page = found(
    await ask(sponsorshipPage, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!page.may.leave)
    throw forbidden('Only a team that sponsors a question leaves it, by those who lead it.');
  return { reference: page.reference, title: page.question.title };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, leaveSponsorship, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.sponsorship(reference),
      says: 'Your team is no longer a sponsor. The asking team is told.',
    }),
  );

export default function LeaveSponsorship() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const back = paths.sponsorship(reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Leave as a sponsor</h1>
      <p className="govuk-body">
        Your team no longer stands on the question and hears no more of it. Your draft can be reopened then.
      </p>
      <ReasonForm reply={reply} label="Why your team leaves" button="Leave" warning backHref={back} />
    </PageBody>
  );
}
