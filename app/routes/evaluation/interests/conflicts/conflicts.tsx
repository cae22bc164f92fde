import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ConflictFilters } from '~/components/evaluation/conflicts/conflict-filters';
import { OtherConflicts } from '~/components/evaluation/conflicts/other-conflicts';
import { SuspectedForm } from '~/components/evaluation/conflicts/suspected-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Form } from '~/components/form';
import { dismissSuspicions } from '~/domain/evaluation/commands/dismiss-suspicions.server';
import { CONFLICT_STATES } from '~/domain/evaluation/interests/conflicts/conflict';
import { conflictsPage } from '~/domain/evaluation/queries/conflicts-page.server';
import { ask } from '~/domain/query.server';
import { referenceInput } from '~/domain/reference-input';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../../chain-of-evaluation.server';

const SEARCH = {
  state: z.enum(CONFLICT_STATES).optional(),
  person: referenceInput.optional(),
  after: referenceInput.optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference } = args.params;
  const view = seen(await ask(conflictsPage, actor, { reference, ...readSearch(args.request, SEARCH) }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, dismissSuspicions, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.conflicts(reference),
    says: ({ count }) => (count === 1 ? 'One is dismissed' : `${count} are dismissed`),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Conflicts of interest', data.view.title] : ['Not found']));

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

export default function Conflicts() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, conflicts, filters, may, next } = view;
  const isToDismiss = ({ state, decides }: View['conflicts'][number]) => state === 'suspected' && decides;
  const suspected = conflicts.filter(isToDismiss);
  const others = conflicts.filter((one) => !isToDismiss(one));
  return (
    <EvaluationPage chain={chain} question={view} here="Conflicts" aside={<ConflictFilters view={view} />}>
      <h1 className="govuk-heading-l">Conflicts of interest</h1>
      <About view={view} />
      {may.pin && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.pinConflict(reference)}>
            Set a conflict without evidence
          </a>
        </p>
      )}
      {may.look && (
        <Form id="looking" action={paths.lookForConflicts(reference)}>
          {() => (
            <Button once variant="secondary">
              Look again
            </Button>
          )}
        </Form>
      )}
      {conflicts.length === 0 && <None view={view} />}
      {suspected.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Suspected</h2>
          <SuspectedForm conflicts={suspected} reply={reply} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{suspected.length > 0 ? 'Others' : 'Conflicts'}</h2>
          <OtherConflicts question={reference} conflicts={others} />
        </>
      )}
      <Pagination
        {...(next
          ? { next: { href: paths.conflicts(reference, { ...filters, after: next }), label: 'More' } }
          : {})}
      />
    </EvaluationPage>
  );
}

const About = ({ view: { years } }: { view: View }) => (
  <p className="govuk-body">
    Soundings compares everybody who can influence the outcome with everybody in a bid: organisations, e-mail
    addresses, shared works, bids and awards of the last {years} years, and registers of interests. What it
    finds is only suspected. A confirmed conflict closes what it concerns, counts included.
  </p>
);

const None = ({ view: { isOpened, filters } }: { view: View }) => (
  <EmptyState title={filters.state || filters.person ? 'None of this kind' : 'No conflict is known'}>
    {isOpened
      ? 'Soundings looks by itself at the opening, when somebody is appointed and when a register changes.'
      : 'Nobody knows yet who bids. Soundings looks for conflicts when the bids are opened.'}
  </EmptyState>
);
