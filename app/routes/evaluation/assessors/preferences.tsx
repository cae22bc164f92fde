import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { PreferencesForm } from '~/components/evaluation/assessors/preferences-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { statePreferences } from '~/domain/evaluation/assessors/commands/state-preferences.server';
import { preferencesPage } from '~/domain/evaluation/assessors/queries/preferences-page.server';
import { InsetText } from '~/ui/content/inset-text';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(preferencesPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, statePreferences, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.preferences(reference),
    says: 'Your preferences are saved',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Which bids you could assess', data.view.title] : ['Not found']));

export default function Preferences() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Which bids you could assess">
      {(view.settled || view.bids.length === 0) && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Which bids you could assess</h1>
      <p className="govuk-body">
        Say two things of each bid: how much you want it, and how well you know its field. Only the order of
        your own wishes counts, so nothing is gained by choosing “Eager” for all. What you leave open is
        computed from your works.
      </p>
      {view.bids.length === 0 && <p className="govuk-body">There is no bid to assess.</p>}
      {view.settled ? (
        <InsetText>Bids are assigned. What you said can no longer be changed.</InsetText>
      ) : (
        view.bids.length > 0 && <PreferencesForm bids={view.bids} reply={reply} />
      )}
    </EvaluationPage>
  );
}
