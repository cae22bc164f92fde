import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { dateProps } from '~/components/form';
import { Lines } from '~/components/lines';
import { WithReason } from '~/components/award/decision/with-reason';
import { putOnHold } from '~/domain/evaluation/commands/put-on-hold.server';
import { resumeCompetition } from '~/domain/evaluation/commands/resume-competition.server';
import { holdPage } from '~/domain/evaluation/queries/hold-page.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { DateInput } from '~/ui/forms/date-input';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(holdPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.evaluation(reference),
  };
  if (form.get('resume') === null)
    return act(args, putOnHold, { ...acting, says: 'The competition is on hold. Its bidders are told.' });
  form.delete('resume');
  return act(args, resumeCompetition, { ...acting, says: 'The competition goes on' });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['On hold', data.view.title] : ['Not found']));

export default function Hold() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const back = paths.evaluation(view.reference);
  return (
    <EvaluationPage chain={chain} question={view} here="On hold">
      <h1 className="govuk-heading-l">
        {view.hold ? 'This competition is on hold' : 'Put the competition on hold'}
      </h1>
      <p className="govuk-body">
        On hold nothing is recommended, decided, announced or signed. Bidders and the panel are told that it
        is on hold, not why.
      </p>
      {view.hold && (
        <>
          <InsetText>
            Since {showDay(view.hold.placedAt)}, to be reviewed on {showDate(view.hold.reviewOn)}.
            <Lines text={view.hold.reason} />
          </InsetText>
          <ConfirmForm reply={reply} button="Take it off hold" backHref={back}>
            <input type="hidden" name="resume" value="yes" />
          </ConfirmForm>
        </>
      )}
      {view.canHold && (
        <WithReason reply={reply} label="Why is it put on hold?" button="Put it on hold" backHref={back}>
          {(fields) => (
            <DateInput
              label="When do you look at it again?"
              labelProps={{ size: 's' }}
              {...dateProps(fields['reviewOn'])}
            />
          )}
        </WithReason>
      )}
      {view.before.length > 0 && (
        <>
          <h2 className="govuk-heading-m">On hold before</h2>
          <ul className="govuk-list govuk-list--bullet">
            {view.before.map(({ reason, placedAt, placedBy, liftedAt, liftedBy }, index) => (
              <li key={index}>
                {showDay(placedAt)} by {placedBy} to {showDay(liftedAt)}
                {liftedBy && ` by ${liftedBy}`}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </EvaluationPage>
  );
}
