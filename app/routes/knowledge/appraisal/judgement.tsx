import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { JudgementForm } from '~/components/finding/appraisal/judgement-form';
import { submitJudgement } from '~/domain/knowledge/commands/submit-judgement.server';
import { SCHEMES } from '~/domain/knowledge/appraisal/scheme';
import { appraisalPage } from '~/domain/knowledge/queries/appraisal-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Judge this finding');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(appraisalPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  const { reference, title, scheme, own, may } = view;
  if (!may.judge || !scheme)
    throw forbidden('Only the two people who appraise this finding judge it, until both judgements are in.');
  return { reference, title, scheme, own };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, submitJudgement, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.appraisal(reference),
      says: ({ complete }) =>
        complete
          ? 'Your judgement is in, and so is the other. You can compare them now.'
          : 'Your judgement is in. You see the other one once it is in too.',
    }),
  );

export default function Judge() {
  const { reference, title, scheme, own } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.appraisal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Judge this finding</h1>
      <p className="govuk-body">
        {SCHEMES[scheme].title}. {SCHEMES[scheme].about}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.finding(reference)}>
          Read the finding
        </a>{' '}
        first. Judge what the study shows, not whether you like what it says. Nobody sees your judgement until
        the other one is in.
      </p>
      <JudgementForm
        {...{ scheme, reply, judgement: own }}
        why="Why"
        whyHint="What the word of confidence rests on, and what would change it."
        button="Hand in your judgement"
        backHref={paths.appraisal(reference)}
      />
    </PageBody>
  );
}
