import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { mayReadJointSets } from '~/domain/strategy/joint/joint-policy';
import { STANDINGS } from '~/domain/strategy/joint/joint-set';
import { jointSets } from '~/domain/strategy/queries/joint-sets.server';
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

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadJointSets(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(jointSets, actor, { on: asked.on }));
  return withDay(view, asked);
}

export const meta = () => pageTitle('Jointly owned sets');

export default function JointSets() {
  const { sets, may, day, ...asked } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Jointly owned sets' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Jointly owned sets</h1>
      <Lede>
        Priorities that several organisations write together. Nobody ranks by one until each owner has signed
        its exact text.
      </Lede>
      {may.propose && <Button href={paths.newJointSet()}>Draft a jointly owned set</Button>}
      <AsOf action={paths.jointSets()} today={paths.jointSets()} {...{ day, ...asked }} />
      {sets.length === 0 ? (
        <EmptyState title={`None was known to you on ${showDate(day)}`}>
          Drafts are shown to their owners, coordinators and the auditor.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Jointly owned sets"
          head={['Set', 'Standing', 'Signed', 'Not signed']}
          rows={sets.map(({ reference, document, standing, owners }) => [
            <a key={reference} className="govuk-link" href={paths.jointSet(reference)}>
              {document}
            </a>,
            STANDINGS[standing],
            owners.flatMap(({ name, signed }) => (signed ? [name] : [])).join(', ') || 'Nobody',
            owners.flatMap(({ name, signed }) => (signed ? [] : [name])).join(', ') || 'Nobody',
          ])}
        />
      )}
    </PageBody>
  );
}
