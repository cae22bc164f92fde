import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { priorityVotes } from '~/domain/ratings/queries/priority-votes.server';
import { ALLOTMENT, lastDayOf, mayReadVotes } from '~/domain/ratings/votes/votes';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { LinkList } from '~/ui/navigation/link-list';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { votesSearch } from './search.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadVotes(actor));
  return found(await ask(priorityVotes, actor, votesSearch(args)));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Votes for ${data.priority.name}` : 'Not found');

const halfYear = (period: string): string =>
  `${showDate(period)} to ${showDate(lastDayOf(new Date(period)))}`;

export default function VoteRanking() {
  const view = useLoaderData<typeof loader>();
  const { priority, period, periods, findings, current, left, mayVote } = view;
  const crumbs = [
    { text: 'Strategy', href: paths.strategy() },
    { text: priority.name, href: paths.priority(priority.reference) },
    { text: 'Votes' },
  ];
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <span className="govuk-caption-xl">{priority.name}</span>
      <h1 className="govuk-heading-xl">What members would keep</h1>
      <Lede>
        Each member has {ALLOTMENT} votes in a half-year for {priority.document}, and spreads them over
        findings.
      </Lede>
      <p className="govuk-body">
        Votes say what matters most among what there is. Relevance says how much one finding matters; the two
        are never mixed. Nobody votes for their own work. This half-year: {halfYear(period)}.
        {mayVote && (
          <strong>
            {' '}
            You have {left} of {ALLOTMENT} votes left.
          </strong>
        )}
      </p>
      {findings.length === 0 ? (
        <EmptyState title="Nobody has voted yet">
          {current
            ? 'The findings that members give votes stand here, the most votes first.'
            : 'No finding that stands today had votes in this half-year.'}
        </EmptyState>
      ) : (
        <>
          <ScrollingTable
            name="Findings by votes"
            caption={`Findings by votes, ${halfYear(period)}`}
            captionSize="m"
            head={['Place', 'Finding', 'Votes', 'People', 'Yours']}
            rows={findings.map(({ place, reference, title, votes, people, own, interested }) => [
              String(place),
              <a key={reference} className="govuk-link" href={paths.finding(reference)}>
                {title}
              </a>,
              String(votes),
              String(people),
              mayVote && (own > 0 || !interested) ? (
                <a className="govuk-link" href={paths.giveVotes(priority.reference, reference)}>
                  {own > 0 ? `${own}, change` : 'Give votes'}
                  <span className="govuk-visually-hidden"> to {title}</span>
                </a>
              ) : (
                <Own key={`own ${reference}`} own={own} interested={interested} />
              ),
            ])}
          />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.priorityVotesCsv(priority.reference, period)} download>
              The ranking as CSV
            </a>
          </p>
        </>
      )}
      <Others view={view} />
      {periods.length > 1 && (
        <>
          <h2 className="govuk-heading-m">Other half-years</h2>
          <LinkList
            links={periods
              .filter((one) => one !== period)
              .map((one) => ({ text: halfYear(one), href: paths.priorityVotes(priority.reference, one) }))}
          />
        </>
      )}
    </PageBody>
  );
}

const Own = ({ own, interested }: { own: number; interested: boolean }) =>
  interested && own === 0 ? <>Your own work, or asked for by your team</> : <>{own}</>;

/** What has no votes yet, to be given some. */
function Others({
  view: { findings, others, mayVote, priority },
}: {
  view: ReturnType<typeof useLoaderData<typeof loader>>;
}) {
  if (!mayVote) return null;
  const none = `${findings.length === 0 ? 'No finding is known yet' : 'No other finding is known'} about the threat areas of this priority.`;
  return (
    <section aria-labelledby="others">
      <h2 className="govuk-heading-m" id="others">
        Without votes
      </h2>
      {others.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <LinkList
          links={others.map(({ reference, title }) => ({
            text: title,
            href: paths.giveVotes(priority.reference, reference),
          }))}
        />
      )}
    </section>
  );
}
