import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FunderCard } from '~/components/award/funder-card';
import { AwardPage } from '~/components/award/award-page';
import { fundingPage } from '~/domain/awards/queries/funding-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showStanding } from '~/domain/questions/funding/pledge';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(fundingPage, actor, { reference: args.params['reference'] }));
  const { organisations: _, ...shown } = view;
  return { view: shown, chain: await chainOfAward(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Funding', data.view.question.title] : ['Not found']));

export default function Funding() {
  const { view, chain } = useLoaderData<typeof loader>();
  const { ledger } = view;
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Funding' }]}>
      <h1 className="govuk-heading-l">Funding</h1>
      {view.funders.length === 0 ? (
        <EmptyState title="No funder is recorded">
          Write down which organisation pays how much and when. What comes late is counted in days, and told
          once.
        </EmptyState>
      ) : (
        <>
          <SummaryList
            rows={[
              {
                key: 'Planned',
                value: `${showMoney(ledger.planned)} of the award’s ${showMoney(view.amount)}`,
              },
              { key: 'Arrived', value: showMoney(ledger.arrived) },
              {
                key: 'Late and not here',
                value: ledger.outstanding === 0 ? 'Nothing' : showMoney(ledger.outstanding),
              },
              { key: 'Most days late', value: String(ledger.mostDaysLate) },
            ]}
          />
          {view.funders.map((funder) => (
            <FunderCard
              key={funder.organisation}
              award={view.reference}
              funder={funder}
              records={view.may.record}
            />
          ))}
        </>
      )}
      {view.fromQuestion.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Named on the question</h2>
          <p className="govuk-body">
            Start from these: what was said of them is filled in, the tranches are yours to add.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {view.fromQuestion.map(({ reference, name, amount, certainty }) => (
              <li key={reference}>
                <a className="govuk-link" href={paths.takeOverFunder(view.reference, reference)}>
                  Record {name}
                </a>
                : {showMoney(amount)}, {showStanding(certainty).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
      <ActionBar>
        {view.may.add && <Button href={paths.addFunding(view.reference)}>Add a funder</Button>}
        {view.funders.length > 0 && (
          <a className="govuk-link" href={paths.fundingCsv(view.reference)}>
            The ledger as CSV
          </a>
        )}
      </ActionBar>
    </AwardPage>
  );
}
