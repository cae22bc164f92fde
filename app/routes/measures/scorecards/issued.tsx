import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OutcomeWarning, ScorecardTable } from '~/components/measure/scorecard-table';
import { readPeriod, showPeriodOf } from '~/domain/measures/period';
import { headingOf } from '~/domain/measures/scorecard/scorecard';
import { showReference } from '~/domain/reference';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { issuedCard } from './issued-card.server';

export const loader = (args: LoaderFunctionArgs) => issuedCard(args);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Scorecard ${showReference(data.reference)}` : 'Not found');

export default function IssuedScorecard() {
  const { card, reference, number, note, issuedAt, by, others, latest, live, linked, of } =
    useLoaderData<typeof loader>();
  const period = readPeriod(card.period);
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[{ text: 'Scorecards', href: paths.scorecards() }, { text: showReference(reference) }]}
        />
      }
    >
      <MetaLine state={latest ? { text: 'Issued', colour: 'green' } : { text: 'Superseded', colour: 'grey' }}>
        {`Number ${number}`}
        {`${showDay(issuedAt)} by ${by}`}
        {showReference(reference)}
      </MetaLine>
      <span className="govuk-caption-xl">
        {card.document || 'Threat areas'}, {period ? showPeriodOf(period.kind, period.startsOn) : card.period}
      </span>
      <h1 className="govuk-heading-xl">{headingOf(card)}</h1>
      {note && <p className="govuk-body whitespace-pre-line">{note}</p>}
      <OutcomeWarning card={card} />
      {live && (
        <InsetText>
          Today {live.filled} of {live.cells} cells are filled
          {live.differing === 0
            ? ', with the same figures. '
            : `, and ${live.differing} ${live.differing === 1 ? 'figure is' : 'figures are'} not the same. `}
          <a className="govuk-link" href={paths.liveScorecard({ of, period: card.period })}>
            See it as it stands now
          </a>
        </InsetText>
      )}
      <ScorecardTable card={card} linked={linked} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.scorecardCsv(reference)}>
          Download every cell (CSV)
        </a>
      </p>
      {others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Other numbers of the same period</h2>
          <LinkList
            links={others.map((one) => ({
              href: paths.scorecard(one.reference),
              text: `Number ${one.number}, ${showDay(one.issuedAt)}`,
            }))}
          />
        </>
      )}
    </PageBody>
  );
}
