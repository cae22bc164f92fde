import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { termLists, type TermLine } from '~/domain/taxonomy/queries/term-lists.server';
import { SCHEME_NAMES } from '~/domain/taxonomy/term';
import { asSentence } from '~/domain/taxonomy/wording';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  return withDay(found(await ask(termLists, actor, { on: asked.on })), asked);
}

export const meta = () => pageTitle('Terms');

export default function TermsPage() {
  const { schemes, lists, may, day, asked, typed, wrong } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Terms' }]} />}
    >
      <h1 className="govuk-heading-xl">The words Soundings tags with</h1>
      <Lede>Questions, findings and experts carry these terms, so that they find each other.</Lede>
      <AsOf action={paths.terms()} today={paths.terms()} {...{ day, asked, typed, wrong }} />
      {may.edit && <Button href={paths.newTerm()}>Add a term</Button>}
      {may.propose && !may.edit && (
        <Button variant="secondary" href={paths.proposeTerm()}>
          Propose a term
        </Button>
      )}
      <ul className="govuk-list">
        {schemes.map(({ scheme, terms }) => (
          <li key={scheme}>
            <a className="govuk-link" href={`#${scheme}`}>
              {SCHEME_NAMES[scheme].many}
            </a>{' '}
            ({terms.filter(({ retiredAt }) => retiredAt === null).length})
          </li>
        ))}
      </ul>
      {schemes.map(({ scheme, terms }) => (
        <section key={scheme}>
          <h2 className="govuk-heading-l" id={scheme}>
            {SCHEME_NAMES[scheme].many}
          </h2>
          <ul className="govuk-list govuk-list--spaced">
            {terms.map((term) => (
              <Line key={term.reference} term={term} />
            ))}
          </ul>
        </section>
      ))}
      <h2 className="govuk-heading-l">Lists of others</h2>
      <ul className="govuk-list govuk-list--spaced">
        {lists.map(({ slug, name, source, standing, note, members }) => (
          <li key={slug}>
            <strong>{name}</strong>, {source}:{' '}
            {standing === 'unknown' ? <Tag colour="yellow">Members unknown</Tag> : `${members} threat areas`}{' '}
            {asSentence(note)}
          </li>
        ))}
      </ul>
    </PageBody>
  );
}

function Line({ term }: { term: TermLine }) {
  const { scheme, reference, slug, name, definition, parentName, retiredAt, standing } = term;
  return (
    <li className={parentName ? 'pl-6' : undefined}>
      <a
        className="govuk-link"
        href={scheme === 'threatArea' ? paths.threatArea(slug) : paths.term(reference)}
      >
        {name}
      </a>{' '}
      {retiredAt && <Tag colour="grey">Retired</Tag>}
      {standing !== 'current' && (
        <Tag colour="yellow">{standing === 'unknown' ? 'Unknown' : 'Unverified'}</Tag>
      )}
      {definition !== '' && (
        <>
          <br />
          <span className="govuk-hint">{definition}</span>
        </>
      )}
    </li>
  );
}
