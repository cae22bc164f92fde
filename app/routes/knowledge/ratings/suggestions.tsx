import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { CERTAINTIES, showValue, type Certainty } from '~/domain/ratings/rating';
import { ratingSuggestions } from '~/domain/ratings/queries/rating-suggestions.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Your ratings under the new priorities');

export async function loader(args: LoaderFunctionArgs) {
  const suggestions = await ask(ratingSuggestions, await personWhoAsks(args), {});
  if (!suggestions) throw forbidden('Only verified members of the network rate findings.');
  return { suggestions };
}

export default function RatingSuggestions() {
  const { suggestions } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Knowledge base', href: paths.findings() }, { text: 'Your ratings, again' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Your ratings under the new priorities</h1>
      <Lede>
        You rated these for priorities of a set that has ended. The priorities below cover the same threat
        areas now.
      </Lede>
      <p className="govuk-body">
        Nothing was carried over: a finding can matter more or less to a priority that is worded anew. Rate
        again what you want to.
      </p>
      {suggestions.length === 0 && (
        <EmptyState title="Nothing to rate again">
          When a priority set ends, what you rated for it is offered here for the priorities that took its
          place.
        </EmptyState>
      )}
      {suggestions.map(({ finding, said, successors }) => (
        <section key={`${finding.reference} ${said.priority}`} aria-label={finding.title} className="mb-5">
          <h2 className="govuk-heading-m mb-1">
            <a className="govuk-link" href={paths.finding(finding.reference)}>
              {finding.title}
            </a>
          </h2>
          <p className="govuk-body mb-1">
            You said: {showValue(said.value)}, {CERTAINTIES[said.certainty as Certainty].toLowerCase()}, for “
            {said.priority}” ({said.document}).{said.reason && ` ${said.reason}`}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {successors.map(({ reference, name, document, shared }) => (
              <li key={reference}>
                <a className="govuk-link" href={paths.rateFinding(finding.reference, reference)}>
                  Rate it for “{name}”
                </a>{' '}
                ({document}; both cover {shared.join(', ')})
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PageBody>
  );
}
