import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { ask } from '~/domain/query.server';
import { prioritySetPage } from '~/domain/strategy/queries/priority-set-page.server';
import { KIND_NAMES } from '~/domain/strategy/priority-set';
import { showPeriod, showWritten } from '~/domain/strategy/written-date';
import { asSentence } from '~/domain/taxonomy/wording';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { MetaLine } from '~/ui/report/meta-line';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { Versions } from '../below/versions';
import { CrosswalkShown, FormerCrosswalks } from './crosswalk-shown';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const set = found(await ask(prioritySetPage, actor, { slug: args.params['slug'], on: asked.on }));
  const over = await ask(handedOver, actor, {
    paths: [paths.prioritySet(args.params['slug'] ?? '')],
    only: ['prioritySet', 'jointSet'],
    on: asked.on,
  });
  return withDay({ ...set, over }, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.document : 'Not found');

export default function PrioritySetPage() {
  const set = useLoaderData<typeof loader>();
  const { slug, document, note, datesNote, priorities, versions, may } = set;
  const [crosswalk, ...former] = set.crosswalks;
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: document }]} />}
    >
      <MetaLine state={stateOf(set)}>
        {set.interim ? 'Interim' : ''}
        {KIND_NAMES[set.kind]}
        {showPeriod(set.startsWritten, set.endsWritten)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{document}</h1>
      <AsOf action={paths.prioritySet(slug)} today={paths.prioritySet(slug)} {...set} />
      <HandedOver rows={set.over} />
      <Ownership set={set} />
      {note !== '' && <p className="govuk-body">{asSentence(note)}</p>}
      {datesNote !== '' && <p className="govuk-hint">Dates: {asSentence(datesNote)}</p>}
      <h2 className="govuk-heading-m">Priorities</h2>
      {set.standing === 'unknown' ? (
        <EmptyState title="The list is unknown" headingLevel={3}>
          That this set exists is known; its priorities were not found, so nothing can be tagged with them.
          When somebody finds the list, a coordinator adds it as a set of its own.
        </EmptyState>
      ) : (
        <ol className="govuk-list govuk-list--number">
          {priorities.map(({ reference, name, retiredAt }) => (
            <li key={reference}>
              <a
                className="govuk-link"
                href={paths.priority(reference, set.asked ? isoDay(set.day) : undefined)}
              >
                {name}
              </a>{' '}
              {retiredAt && <Tag colour="grey">Retired</Tag>}
            </li>
          ))}
        </ol>
      )}
      {priorities.length > 0 && (
        <>
          <h2 className="govuk-heading-m">How it maps to threat areas</h2>
          <CrosswalkShown priorities={priorities} crosswalk={crosswalk} />
          <FormerCrosswalks crosswalks={former} />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.map(slug)}>
              See this set on the map
            </a>
          </p>
        </>
      )}
      {!set.asked && <SetActions set={set} />}
      <Versions
        versions={versions}
        history={may.readHistory ? paths.history('prioritySet', set.reference) : null}
      />
    </PageBody>
  );
}

type SetShown = ReturnType<typeof useLoaderData<typeof loader>>;

const stateOf = ({ inForce, expired, startsOn, day }: SetShown) => {
  if (inForce) return { text: 'In force', colour: 'green' as const };
  if (expired) return { text: 'Expired', colour: 'grey' as const };
  return { text: startsOn > day ? 'Not in force yet' : 'Ended', colour: 'grey' as const };
};

/** Whose it is, where it is not of the whole system. */
function Ownership({ set }: { set: SetShown }) {
  if (set.interim)
    return (
      <InsetText>
        An interim set of {set.ownerOrganisation?.name ?? 'one organisation'}, for as long as nothing wider is
        agreed. It {set.expired ? 'expired' : 'expires'} on {showWritten(set.endsWritten ?? '')}.
      </InsetText>
    );
  if (!set.jointSet) return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={paths.jointSet(set.jointSet.reference)}>
        Who owns it and signed its text
      </a>
    </p>
  );
}

function SetActions({ set: { slug, may, interim, inForce, priorities } }: { set: SetShown }) {
  if (!may.keepThis) return null;
  return (
    <ActionBar>
      {may.keep && (
        <Button variant="secondary" href={paths.editPrioritySet(slug)}>
          Change dates or notes
        </Button>
      )}
      {priorities.length > 0 && (
        <Button variant="secondary" href={paths.crosswalk(slug)}>
          Redraw the crosswalk
        </Button>
      )}
      {interim && inForce && (
        <Button variant="secondary" href={paths.endInterimSet(slug)}>
          End it early
        </Button>
      )}
    </ActionBar>
  );
}
