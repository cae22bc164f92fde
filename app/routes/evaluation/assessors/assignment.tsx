import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Form } from '~/components/form';
import { ProposalFigures } from '~/components/evaluation/assessors/proposal-figures';
import { ProposalTables } from '~/components/evaluation/assessors/proposal-tables';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { confirmAssignment } from '~/domain/evaluation/assessors/commands/confirm-assignment.server';
import { assignmentPage } from '~/domain/evaluation/assessors/queries/assignment-page.server';
import { Button } from '~/ui/forms/button';
import { readSearch } from '~/web/search-params.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const { moving } = readSearch(args.request, { moving: z.enum(['yes', 'no']).optional() });
  const actor = await personWhoAsks(args);
  const asked = { reference: args.params['reference'], moving: moving ?? 'no' };
  const view = seen(await ask(assignmentPage, actor, asked));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmAssignment, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.assessments(reference),
    says: 'The assignment is in force',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Who assesses what', data.view.title] : ['Not found']));

export default function Assignment() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, moving, changes } = view;
  const nothing = changes.added === 0 && changes.moved === 0;
  return (
    <EvaluationPage chain={chain} question={view} here="Who assesses what">
      <h1 className="govuk-heading-l">Who assesses what</h1>
      <ProposalFigures view={view} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.matchAssessors(reference)}>
          Compare works with bids
        </a>
        {view.confirmedAt !== null && (
          <>
            {' · '}
            <a
              className="govuk-link"
              href={paths.assignment(reference, { moving: moving === 'yes' ? 'no' : 'yes' })}
            >
              {moving === 'yes' ? 'Fill empty places only' : 'Solve again, moving work that has not begun'}
            </a>
          </>
        )}
      </p>
      {!view.may.confirm || nothing ? (
        <RefusalSummary reply={reply} />
      ) : (
        <Form reply={reply}>
          {() => (
            <>
              <input type="hidden" name="digest" value={view.digest} />
              <input type="hidden" name="moving" value={moving} />
              <Button once>Confirm this assignment</Button>
            </>
          )}
        </Form>
      )}
      <ProposalTables view={view} />
    </EvaluationPage>
  );
}
