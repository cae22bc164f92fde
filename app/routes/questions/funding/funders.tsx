import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CoverageList } from '~/components/question/funding/coverage-list';
import { PledgeCard } from '~/components/question/funding/pledge-card';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { fundersPage } from '~/domain/questions/queries/funders-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(fundersPage, actor, { reference: args.params['reference'] }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Who pays', data.title] : ['Not found']));

export default function Funders() {
  const view = useLoaderData<typeof loader>();
  const { reference, funders, may } = view;
  return (
    <PageBody before={<QuestionCrumbs question={view} here="Who pays" />}>
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Who pays</h1>
      {funders.length === 0 ? (
        <EmptyState title="No funder is named">
          Name each organisation or team that pays, how much, and whether that is firm. If firm money does not
          cover the budget, publishing asks for a reason.
        </EmptyState>
      ) : (
        <>
          <CoverageList {...view} />
          {funders.map((funder) => (
            <PledgeCard key={funder.reference} question={reference} funder={funder} keeps={may.keep} />
          ))}
        </>
      )}
      {may.keep && <Button href={paths.nameFunder(reference)}>Name a funder</Button>}
      <p className="govuk-body-s">
        Only the asking team, coordinators and, after the decision, auditors see this page. Nobody who only
        scores bids does.
      </p>
    </PageBody>
  );
}
