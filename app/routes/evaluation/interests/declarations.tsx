import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { DECLARED_AT } from '~/components/evaluation/panel/stage-names';
import { declarationsPage } from '~/domain/evaluation/queries/declarations-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(declarationsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Declarations of interest', data.view.title] : ['Not found']));

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];
type One = View['stages'][number]['declarations'][number];

export default function Declarations() {
  const { view, chain } = useLoaderData<typeof loader>();
  const stages = view.stages.filter(({ declarations }) => declarations.length > 0);
  return (
    <EvaluationPage chain={chain} question={view} here="Declarations">
      <h1 className="govuk-heading-l">Declarations of interest</h1>
      {view.due && view.awaited.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Awaited: {DECLARED_AT[view.due].toLowerCase()}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {view.awaited.map(({ name, capacities }) => (
              <li key={name}>
                {name} ({capacities.join(', ').toLowerCase()})
              </li>
            ))}
          </ul>
        </>
      )}
      {stages.length === 0 && (
        <EmptyState title="Nobody has declared yet">
          Author, senior responsible owner, budget holder and panel each declare from their evaluation page.
        </EmptyState>
      )}
      {stages.map(({ stage, declarations }) => (
        <section key={stage}>
          <h2 className="govuk-heading-m">{DECLARED_AT[stage]}</h2>
          {declarations.map((one) => (
            <Declared
              key={one.person}
              one={one}
              href={paths.decideInterest(view.reference, one.person, stage)}
            />
          ))}
        </section>
      ))}
    </EvaluationPage>
  );
}

const decision = ({ confirmed, decisionReason }: One) =>
  confirmed === null
    ? 'Not decided yet'
    : `${confirmed ? 'Confirmed as a conflict' : 'Dismissed'}: ${decisionReason ?? ''}`;

const Declared = ({ one, href }: { one: One; href: string }) => (
  <SummaryList
    card={{
      title: `${one.name}, ${one.capacity.toLowerCase()}`,
      ...(one.decides ? { actions: [{ href, text: 'Decide', about: `the interest of ${one.name}` }] } : {}),
    }}
    rows={[
      {
        key: 'Declared',
        value: `${one.hasInterest ? 'An interest' : 'No interest'}, on ${showInstant(one.declaredAt)}`,
      },
      one.hasInterest && {
        key: 'What it is',
        value: <span className="whitespace-pre-line">{one.details}</span>,
      },
      one.about.length > 0 && { key: 'About', value: one.about.join(', ') },
      one.hasInterest && { key: 'Decision', value: decision(one) },
    ]}
  />
);
