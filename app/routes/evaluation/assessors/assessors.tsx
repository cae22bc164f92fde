import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { AssessorTables } from '~/components/evaluation/assessors/assessor-tables';
import { InviteForm } from '~/components/evaluation/assessors/invite-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { inviteAssessor } from '~/domain/evaluation/assessors/commands/invite-assessor.server';
import { assessorsPage } from '~/domain/evaluation/assessors/queries/assessors-page.server';
import { showDate } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { readSearch } from '~/web/search-params.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const { find } = readSearch(args.request, { find: z.string().max(100).optional() });
  const actor = await personWhoAsks(args);
  const view = seen(await ask(assessorsPage, actor, { reference: args.params['reference'], find }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, inviteAssessor, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.assessors(reference),
    says: ({ name }) => `${name} is asked to assess`,
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Assessors', data.view.title] : ['Not found']));

export default function Assessors() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { plan, may, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Assessors">
      {!may.run && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Assessors</h1>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.competitionLists(reference)}>
          Many at once: CSV in and out
        </a>
      </p>
      <InsetText>
        {plan
          ? `Each bid is scored by ${plan.perBid}, each assessor takes at most ${plan.mostBids} unless they say otherwise. ${
              plan.scoresDueOn ? `Scores are due on ${showDate(plan.scoresDueOn)}.` : ''
            }`
          : 'Every evaluator scores every bid. For many bids, let each assessor score only some.'}
        {may.run && (
          <>
            {' '}
            <a className="govuk-link" href={paths.planAssignment(reference)}>
              {plan ? 'Change this' : 'Assign bids to assessors'}
            </a>
          </>
        )}
      </InsetText>
      <AssessorTables view={view} />
      {may.run && <InviteForm view={view} reply={reply} />}
    </EvaluationPage>
  );
}
