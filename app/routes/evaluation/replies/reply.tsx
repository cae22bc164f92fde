import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ReplyForm } from '~/components/evaluation/replies/reply-form';
import { Lines } from '~/components/lines';
import { saveReply } from '~/domain/evaluation/commands/save-reply.server';
import { replyPage } from '~/domain/evaluation/queries/reply-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(replyPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, saveReply, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bidReply(reference),
    says: ({ submitted }) =>
      submitted ? 'Your reply is with the panel' : 'Your reply is saved, not sent yet',
  });

export const meta = () => pageTitle('The panel’s reasons');

export default function Reply() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <BidPage chain={null} bid={view} here="The panel’s reasons">
      {!view.may.reply && <RefusalSummary reply={answer} />}
      <h1 className="govuk-heading-l">The panel’s reasons</h1>
      <p className="govuk-body">
        This is what the evaluators wrote about your bid, before they meet. Their scores and names are not
        shown. {view.open ? 'You may reply until' : 'Replies closed on'} {showInstant(view.closesAt)}.
      </p>
      {view.criteria.map(({ name, reasons }) => (
        <section key={name}>
          <h2 className="govuk-heading-m">{name}</h2>
          {reasons.length === 0 && <p className="govuk-body">Nothing was written.</p>}
          {reasons.map((reason, i) => (
            <InsetText key={i}>
              <Lines text={reason} />
            </InsetText>
          ))}
        </section>
      ))}
      <h2 className="govuk-heading-m">Your reply</h2>
      {view.may.reply && (
        <ReplyForm
          reply={answer}
          text={view.reply?.text ?? ''}
          revision={view.reply?.revision ?? 0}
          words={view.words}
        />
      )}
      {!view.may.reply &&
        (view.reply?.submittedAt ? (
          <>
            <p className="govuk-body">Sent on {showInstant(view.reply.submittedAt)}.</p>
            <Lines text={view.reply.text} />
          </>
        ) : (
          <p className="govuk-body">
            {view.open ? 'The lead or an editor of this bid can reply.' : 'No reply was sent.'}
          </p>
        ))}
    </BidPage>
  );
}
