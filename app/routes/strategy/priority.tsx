import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { priorityPage } from '~/domain/insight/queries/priority-page.server';
import { findingsIn, type Counts } from '~/domain/insight/map/marks';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { KIND_NAMES } from '~/domain/strategy/priority-set';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { MetaLine } from '~/ui/report/meta-line';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { BelowPriority } from './below/below-priority';
import { Figures } from './below/figures';
import { Known } from './below/findings-below';
import { Asked, Bought } from './below/items-below';
import { MappedAreas } from './below/mapped-areas';
import { ratingWords } from './below/rating-words';
import { Used } from './below/used';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(priorityPage, actor, { reference: args.params['reference'], on: asked.on }));
  return withDay(view, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? data.priority.name : 'Not found');

const isEmpty = (counts: Counts, used: number): boolean =>
  used === 0 && counts.question === 0 && counts.commission === 0 && findingsIn(counts) === 0;

export default function PriorityPage() {
  const view = useLoaderData<typeof loader>();
  const { priority, set, areas, items, findings, used, may, day, asked } = view;
  const reference = showReference(priority.reference);
  const about = { priority: reference };
  return (
    <PageBody
      before={
        <>
          <Breadcrumbs
            items={[
              { text: 'Strategy', href: paths.strategy() },
              { text: set.document, href: paths.prioritySet(set.slug, asked ? isoDay(day) : undefined) },
              { text: priority.name },
            ]}
          />
          <BelowPriority items={items} about={about} used={used.length} />
        </>
      }
    >
      <MetaLine
        state={
          set.inForce ? { text: 'In force', colour: 'green' } : { text: 'List has ended', colour: 'grey' }
        }
      >
        {KIND_NAMES[set.kind]}
        {reference}
      </MetaLine>
      <h1 className="govuk-heading-xl">{priority.name}</h1>
      <Lede>
        A priority of {set.document}, {set.when}.
      </Lede>
      {!set.inForce && (
        <InsetText>
          This list has ended. What was asked, bought and found for it stays here; ratings given before it
          ended ask to be reaffirmed.
        </InsetText>
      )}
      <AsOf
        action={paths.priority(reference)}
        today={paths.priority(reference)}
        {...{ day, typed: view.typed, wrong: view.wrong, asked, enteredSince: view.enteredSince }}
      />
      <MappedAreas area={priority.term} areas={areas} empty={isEmpty(items.counts, used.length)} />
      <Figures counts={items.counts} current={items.current} about={about} used={used.length} />
      <h2 className="govuk-heading-l">Asked</h2>
      <Asked items={items} about={about} />
      {may.raiseQuestions && !asked && (
        <Button variant="secondary" href={paths.raiseQuestion(about)}>
          Raise a question for this priority
        </Button>
      )}
      <h2 className="govuk-heading-l">Bought</h2>
      <Bought items={items} about={about} />
      <h2 className="govuk-heading-l">Known</h2>
      <Known
        counts={items.counts}
        findings={findings.map(({ summary, ...finding }) => ({ ...finding, note: ratingWords(summary) }))}
        about={about}
      />
      {may.readVotes && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.priorityVotes(priority.reference)}>
            What members would keep: findings by votes
          </a>
        </p>
      )}
      <h2 className="govuk-heading-l" id="used">
        Used
      </h2>
      <Used used={used} />
    </PageBody>
  );
}
