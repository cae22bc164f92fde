import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Comparison } from '~/components/finding/appraisal/comparison';
import { JudgementForm } from '~/components/finding/appraisal/judgement-form';
import { proposeAppraisal } from '~/domain/knowledge/commands/propose-appraisal.server';
import { settleAppraisal } from '~/domain/knowledge/commands/settle-appraisal.server';
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

export const meta = () => pageTitle('Agree how sound it is');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(appraisalPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  const { may, scheme } = view;
  if (!scheme || !(may.propose || may.settle))
    throw forbidden('Once both judgements are in, the two who gave them agree, or a coordinator settles it.');
  return { ...view, scheme };
}

export async function action(args: ActionFunctionArgs) {
  const { reference, may } = await loader(args);
  const acting = { fixed: { reference }, done: () => paths.appraisal(reference) };
  return tellIfGone(
    args,
    loader,
    may.propose
      ? act(args, proposeAppraisal, { ...acting, says: 'Proposed. The other appraiser is asked to agree.' })
      : act(args, settleAppraisal, { ...acting, says: 'Settled. The finding carries this confidence now.' }),
  );
}

export default function Agree() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, title, scheme, judgements, proposal, own, may } = view;
  const [one, other] = judgements.map(({ judgement }) => judgement);
  const same = one && other ? { ...one, rationale: '' } : null;
  return (
    <PageBody before={<BackLink href={paths.appraisal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">{may.propose ? 'What you agree on' : 'Settle how sound it is'}</h1>
      <Comparison scheme={scheme} judgements={judgements} differences={view.differences} />
      <JudgementForm
        {...{ scheme, reply, judgement: proposal ?? own ?? same }}
        why="Why"
        whyHint="Everybody who can read the finding reads this."
        button={may.propose ? 'Propose this' : 'Settle it'}
        backHref={paths.appraisal(reference)}
      />
    </PageBody>
  );
}
