import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AppraisalStanding } from '~/components/finding/appraisal/appraisal-standing';
import { Comparison } from '~/components/finding/appraisal/comparison';
import { JudgementShown } from '~/components/finding/appraisal/judgement-shown';
import { OfferForm } from '~/components/finding/appraisal/offer-form';
import { offerToAppraise } from '~/domain/knowledge/commands/offer-to-appraise.server';
import { appraisalPage } from '~/domain/knowledge/queries/appraisal-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('How sound it is');

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(appraisalPage, await personWhoAsks(args), { reference: args.params.reference }));
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, offerToAppraise, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.judgeFinding(reference),
      says: 'You are one of the two who appraise this finding',
    }),
  );

export default function Appraisal() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, title, scheme, judgements, proposal, notStated, may } = view;
  return (
    <PageBody before={<BackLink href={paths.finding(reference)}>Back to the finding</BackLink>}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">How sound it is</h1>
      <AppraisalStanding view={view} />
      {scheme && proposal && (
        <>
          <h2 className="govuk-heading-m">{view.stage === 'agreed' ? 'Agreed' : 'Proposed'}</h2>
          <JudgementShown scheme={scheme} judgement={proposal} />
        </>
      )}
      {scheme && may.compare && (
        <Comparison scheme={scheme} judgements={judgements} differences={view.differences} />
      )}
      {may.offer && notStated.length > 0 && (
        <InsetText>Its {notStated.join(', ')} have to be stated before it can be appraised.</InsetText>
      )}
      {may.offer && notStated.length === 0 && <OfferForm view={view} reply={reply} />}
    </PageBody>
  );
}
