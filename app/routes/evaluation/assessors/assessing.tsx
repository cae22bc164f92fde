import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AnswerForm } from '~/components/evaluation/assessors/answer-form';
import { AvailabilityForm } from '~/components/evaluation/assessors/availability-form';
import { Lines } from '~/components/lines';
import { answerAssessorInvitation } from '~/domain/evaluation/assessors/commands/answer-assessor-invitation.server';
import { setAvailability } from '~/domain/evaluation/assessors/commands/set-availability.server';
import { assessingPage } from '~/domain/evaluation/assessors/queries/assessing-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return { view: seen(await ask(assessingPage, actor, { reference: args.params['reference'] })) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const fixed = { reference: args.params['reference'] ?? '' };
  if (form.has('answer'))
    return act(args, answerAssessorInvitation, {
      form,
      fixed,
      done: ({ reference, accepted }) => (accepted ? paths.assessing(reference) : paths.home()),
      says: ({ accepted }) =>
        accepted ? 'You are an assessor of this question' : 'You have declined to assess',
    });
  return act(args, setAvailability, {
    form,
    fixed,
    done: ({ reference }) => paths.assessing(reference),
    says: 'What you can take is saved',
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Assessing', data.view.title] : ['Not found']));

export default function Assessing() {
  const { view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { invitation, assesses, terms, reference } = view;
  return (
    <PageBody>
      <span className="govuk-caption-l">{view.route}</span>
      <h1 className="govuk-heading-l">{assesses ? 'You assess bids' : 'You are asked to assess bids'}</h1>
      <h2 className="govuk-heading-m">{view.title}</h2>
      <Lines text={view.summary} />
      <p className="govuk-body">
        {view.closesAt && `Bids are due by ${showDay(view.closesAt)}. `}
        {terms &&
          `Each bid is scored by ${terms.perBid}; you take at most ${terms.mostBids} unless you say otherwise. `}
        {terms?.scoresDueOn && `Scores are due on ${showDate(terms.scoresDueOn)}.`}
      </p>
      {invitation?.message && !assesses && <InsetText>{invitation.message}</InsetText>}
      {assesses ? (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.evaluation(reference)}>
              Go to the evaluation
            </a>
          </p>
          <AvailabilityForm own={view.own} reply={reply} />
        </>
      ) : (
        invitation && <AnswerForm invitation={invitation} reply={reply} />
      )}
    </PageBody>
  );
}
