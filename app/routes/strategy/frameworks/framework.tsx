import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { ask } from '~/domain/query.server';
import { frameworkPage } from '~/domain/strategy/queries/framework-page.server';
import { showPeriod } from '~/domain/strategy/written-date';
import { asSentence } from '~/domain/taxonomy/wording';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { Versions } from '../below/versions';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const framework = found(await ask(frameworkPage, actor, { slug: args.params['slug'], on: asked.on }));
  const over = await ask(handedOver, actor, {
    paths: [paths.framework(args.params['slug'] ?? '')],
    only: ['objective'],
    on: asked.on,
  });
  return withDay({ ...framework, over }, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.document : 'Not found');

export default function FrameworkPage() {
  const framework = useLoaderData<typeof loader>();
  const { document, citation, items, note, versions, inForce, may } = framework;
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: document }]} />}
    >
      <MetaLine state={inForce ? { text: 'In force', colour: 'green' } : { text: 'Ended', colour: 'grey' }}>
        {citation}
        {showPeriod(framework.startsWritten, framework.endsWritten)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{document}</h1>
      <AsOf action={paths.framework(framework.slug)} today={paths.framework(framework.slug)} {...framework} />
      <HandedOver rows={framework.over} />
      {note !== '' && <p className="govuk-body">{asSentence(note)}</p>}
      <h2 className="govuk-heading-m">What it sets out</h2>
      <ol className="govuk-list govuk-list--number">
        {items.map(({ reference, name, standing, term }) => (
          <li key={reference}>
            {term ? (
              <a className="govuk-link" href={paths.term(term.reference)}>
                {name}
              </a>
            ) : (
              name
            )}{' '}
            {standing === 'unverified' && <Tag colour="yellow">Name unverified</Tag>}{' '}
            <a className="govuk-link" href={paths.objective(reference)}>
              Evidence for and against<span className="govuk-visually-hidden"> {name}</span>
            </a>
            {may.keep && (
              <>
                {' · '}
                <a className="govuk-link" href={paths.describeObjective(reference)}>
                  Owner, measure, cost and date<span className="govuk-visually-hidden"> of {name}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
      {may.keep && (
        <Button variant="secondary" href={paths.editFramework(framework.slug)}>
          Change dates or note
        </Button>
      )}
      <Versions
        versions={versions}
        history={may.readHistory ? paths.history('framework', framework.reference) : null}
      />
    </PageBody>
  );
}
