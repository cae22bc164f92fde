import type { RequestView } from '~/domain/requests/queries/request-page.server';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

const link = (href: string, text: string) => (
  <a className="govuk-link" href={href}>
    {text}
  </a>
);

/** What is asked, of what, by whom, and on which conditions it was asked. */
export function RequestFacts({ request }: { request: RequestView }) {
  const { about, askedBy, reason, conditions } = request;
  const thing = about.noun === 'question' ? paths.question(about.reference) : paths.finding(about.reference);
  return (
    <SummaryList
      rows={[
        { key: 'About', value: link(thing, about.title) },
        about.collection && {
          key: 'Collection',
          value: link(paths.collection(about.collection.slug), about.collection.title),
        },
        about.into && { key: 'Into', value: link(paths.finding(about.into.reference), about.into.title) },
        { key: 'Asked by', value: askedBy },
        { key: 'Why', value: reason },
        conditions !== '' && { key: 'Conditions that were accepted', value: conditions },
      ]}
    />
  );
}
