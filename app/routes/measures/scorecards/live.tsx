import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ComparedPeriods } from '~/components/measure/compared-periods';
import { OutcomeWarning, ScorecardTable } from '~/components/measure/scorecard-table';
import { issueScorecard } from '~/domain/measures/commands/issue-scorecard.server';
import { headingOf } from '~/domain/measures/scorecard/scorecard';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { liveCard } from './live-card.server';

export const meta = () => pageTitle('Live scorecard');

export const loader = (args: LoaderFunctionArgs) => liveCard(args);

export const action = (args: ActionFunctionArgs) =>
  act(args, issueScorecard, {
    done: ({ reference }) => paths.scorecard(reference),
    says: 'Issued. It stays as it is now, whatever is recorded later.',
  });

export default function LiveScorecard() {
  const { card, of, period, when, compared, besideWhen } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Scorecards', href: paths.scorecards() }, { text: 'Live' }]} />}
    >
      <span className="govuk-caption-xl">
        {card.document || 'Threat areas'}, {when}
      </span>
      <h1 className="govuk-heading-xl">{headingOf(card)}</h1>
      <Lede>As it stands now. A cell without a figure is unknown, never zero.</Lede>
      <OutcomeWarning card={card} />
      <Choices />
      {card.rows.length > 0 && <ScorecardTable card={card} linked />}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.liveScorecardCsv({ of, period })}>
          Download every cell (CSV)
        </a>
      </p>
      {compared && <ComparedPeriods compared={compared} before={besideWhen} now={when} />}
      <Issue />
    </PageBody>
  );
}

function Choices() {
  const { of, period, beside, periods, lists } = useLoaderData<typeof loader>();
  return (
    <FilterPanel action={paths.liveScorecard()} title="Show" submitText="Show">
      <Select label="Rows" id="of" name="of" defaultValue={of} options={lists} />
      <Select label="Period" id="period" name="period" defaultValue={period} options={periods} />
      <Select
        label="Beside"
        id="beside"
        name="beside"
        defaultValue={beside}
        options={[{ text: 'No other period', value: '' }, ...periods]}
      />
    </FilterPanel>
  );
}

function Issue() {
  const { of, period, over, may } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!may.issue) return null;
  return (
    <>
      <h2 className="govuk-heading-l">Issue it</h2>
      {over ? (
        <Form id="issue" reply={reply}>
          {(fields) => (
            <>
              <input type="hidden" name="of" value={of} />
              <input type="hidden" name="period" value={period} />
              <Textarea
                label="Note (optional)"
                hint="What a reader has to know. Nothing operational."
                rows={3}
                {...fieldProps(fields['note'])}
              />
              <Button once>Issue this scorecard</Button>
            </>
          )}
        </Form>
      ) : (
        <p className="govuk-body">A scorecard is issued once its period is over.</p>
      )}
    </>
  );
}
