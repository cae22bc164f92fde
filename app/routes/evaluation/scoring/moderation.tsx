import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Attendance } from '~/components/evaluation/scoring/attendance';
import { MeetingForm } from '~/components/evaluation/scoring/meeting-form';
import { ModeratedBid } from '~/components/evaluation/scoring/moderated-bid';
import { Lines } from '~/components/lines';
import { recordMeeting } from '~/domain/evaluation/commands/record-meeting.server';
import { moderationPage } from '~/domain/evaluation/queries/moderation-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(moderationPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordMeeting, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.moderation(reference),
    says: 'The minutes are recorded',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Moderation', data.view.title] : ['Not found']));

export default function Moderation() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { bids, meetings, may, waits, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Moderation">
      {!may.moderate && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Moderation</h1>
      <p className="govuk-body">
        A score is the panel’s consensus where one is recorded, else the mean of the independent scores. Where
        those lie two or more apart, a consensus is needed.
      </p>
      {may.moderate && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.disagreement(reference)}>
            Where scores differ, and who stands alone
          </a>
        </p>
      )}
      {view.hasReplies && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.replies(reference)}>
            Replies of the bidders
          </a>
        </p>
      )}
      {bids.length === 0 && <p className="govuk-body">There is no bid to assess.</p>}
      {bids.map((bid) => (
        <ModeratedBid key={bid.reference} bid={bid} records={may.moderate} />
      ))}
      <h2 className="govuk-heading-m">Meetings</h2>
      {meetings.length === 0 && <p className="govuk-body">No meeting is minuted yet.</p>}
      {meetings.map(({ heldOn, minutes, attendance }, index) => (
        <section key={index}>
          <h3 className="govuk-heading-s">{showDate(heldOn)}</h3>
          <Attendance attendance={attendance} />
          <Lines text={minutes} />
        </section>
      ))}
      {may.moderate && <MeetingForm reply={reply} panel={view.panel} />}
      {may.moderate &&
        (waits.length === 0 ? (
          <Button href={paths.agreeQuality(reference)}>Agree quality</Button>
        ) : (
          <>
            <h2 className="govuk-heading-m">Before quality can be agreed</h2>
            <ul className="govuk-list govuk-list--bullet">
              {waits.map((wait) => (
                <li key={wait}>{wait}</li>
              ))}
            </ul>
          </>
        ))}
    </EvaluationPage>
  );
}
