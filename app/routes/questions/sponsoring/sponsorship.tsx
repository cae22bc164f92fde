import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { AnswerForm } from '~/components/question/sponsoring/answer-form';
import { SponsorshipAsked } from '~/components/question/sponsoring/sponsorship-asked';
import { ask } from '~/domain/query.server';
import { answerSponsorship } from '~/domain/questions/commands/answer-sponsorship.server';
import { sponsorshipPage } from '~/domain/questions/queries/sponsorship-page.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.team.name} beside ${data.question.title}` : 'Not found');

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(sponsorshipPage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, answerSponsorship, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ question }) => paths.question(question),
      says: ({ accepts }) =>
        accepts
          ? 'They stand on the question now, and are told.'
          : 'Declined. They are told, with your reason.',
    }),
  );

export default function SponsorshipRequest() {
  const sponsorship = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { reference, question, team, may } = sponsorship;
  return (
    <PageBody before={question.seen && <QuestionCrumbs question={question} here={team.name} />}>
      <span className="govuk-caption-l">{question.title}</span>
      <h1 className="govuk-heading-l">{team.name} beside this question</h1>
      <SponsorshipAsked sponsorship={sponsorship} />
      {may.answer && <AnswerForm reply={reply} />}
      {may.leave && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.leaveSponsorship(reference)}>
            Leave as a sponsor
          </a>
        </p>
      )}
    </PageBody>
  );
}
