import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { checkboxesProps, Form } from '~/components/form';
import { limitToLots } from '~/domain/evaluation/lots/limit-to-lots.server';
import { panelPage } from '~/domain/evaluation/queries/panel-page.server';
import { ask } from '~/domain/query.server';
import { lotName } from '~/domain/questions/lots/lot';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, notFound } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(panelPage, actor, { reference: args.params['reference'] }));
  if (view.lots.length === 0) throw notFound();
  if (!view.may.change)
    throw forbidden('Only the team’s authors and the senior responsible owner change the panel.');
  const person = parseReference(args.params['person'] ?? '');
  const member = found(view.members.find((one) => one.reference === person && one.evaluates) ?? null);
  return { view, member, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, limitToLots, {
    fixed: { reference: args.params['reference'] ?? '', person: args.params['person'] ?? '' },
    done: ({ reference }) => paths.panel(reference),
    says: 'The lots are saved',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Lots of an evaluator', data.view.title] : ['Not found']));

export default function PanelLots() {
  const { view, member, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={view} here="Lots of an evaluator">
      <h1 className="govuk-heading-l">Lots of {member.name}</h1>
      <Form reply={useActionData<typeof action>()} values={{ lots: member.lots.map(String) }}>
        {(fields) => (
          <>
            <Checkboxes
              label="Of which lots do they judge bids?"
              labelProps={{ size: 's' }}
              hint="Tick none for all. Bids for other lots are closed to them."
              items={view.lots.map((lot) => ({ value: String(lot.number), label: lotName(lot) }))}
              {...checkboxesProps(fields['lots'])}
            />
            <ActionBar>
              <Button once>Save</Button>
              <a className="govuk-link" href={paths.panel(view.reference)}>
                Back to the panel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
