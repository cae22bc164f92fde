import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { mayReadFollowings } from '~/domain/strategy/following/following-policy';
import { followingOnDay } from '~/domain/strategy/queries/following-on-day.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { SetsApart } from './sets-apart';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadFollowings(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(followingOnDay, actor, { on: asked.on }));
  return withDay({ ...view, mayCompare: isAllowed(mayReadScores(actor)) }, asked);
}

export const meta = () => pageTitle('Who follows what');

export default function Following() {
  const view = useLoaderData<typeof loader>();
  const { day, asked, typed, wrong, followers, apart, frameworks, may } = view;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Who follows what' }]} />
      }
    >
      <h1 className="govuk-heading-xl">
        {headingOf(apart.length + (frameworks.length > 0 ? 1 : 0), followers.length)}
      </h1>
      <Lede>What organisations said they follow on {showDate(day)}, and where their priorities part.</Lede>
      {may.declare && <Button href={paths.declareFollowing()}>Say what an organisation follows</Button>}
      <AsOf action={paths.following()} today={paths.following()} {...{ day, asked, typed, wrong }} />
      {followers.length === 0 ? (
        <EmptyState title="No organisation has said what it follows">
          Whoever answers for a team says it for their organisation.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Who follows what"
          head={['Organisation', 'Follows', 'From', 'Until', 'Note', '']}
          rows={followers.map((one) => [
            one.organisation,
            <Followed key="followed" framework={one.framework} set={one.set} />,
            showDate(one.startsOn),
            one.endsOn ? showDate(one.endsOn) : 'No end said',
            one.note,
            one.mayEnd ? (
              <a key="end" className="govuk-link" href={paths.endFollowing(one.reference)}>
                End<span className="govuk-visually-hidden"> what {one.organisation} follows</span>
              </a>
            ) : (
              ''
            ),
          ])}
        />
      )}
      {frameworks.length > 0 && (
        <>
          <h2 className="govuk-heading-l">Different frameworks</h2>
          <ul className="govuk-list govuk-list--bullet">
            {frameworks.map(({ slug, document, followers: who }) => (
              <li key={slug}>
                <a className="govuk-link" href={paths.framework(slug)}>
                  {document}
                </a>
                : {who.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {apart.length > 0 && <SetsApart apart={apart} mayCompare={view.mayCompare} />}
    </PageBody>
  );
}

function headingOf(divergences: number, followers: number): string {
  if (followers === 0) return 'Who follows what';
  if (divergences === 0) return 'Nobody follows another set than the others';
  return divergences === 1
    ? 'Organisations part in one place'
    : `Organisations part in ${divergences} places`;
}

interface Named {
  slug: string;
  document: string;
}

function Followed({ framework, set }: { framework: Named | null; set: Named | null }) {
  const href = framework ? paths.framework(framework.slug) : paths.prioritySet(set?.slug ?? '');
  return (
    <a className="govuk-link" href={href}>
      {framework?.document ?? set?.document}
    </a>
  );
}
