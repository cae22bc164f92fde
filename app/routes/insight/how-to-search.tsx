import { FIELDS, FORMULAS, type Noun } from '~/domain/matching/language/fields';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { EmptyState } from '~/ui/report/empty-state';

const EXAMPLES = ['insiders at ports', '"county lines" exploitation', 'ransomware -insurance'];

const OPERATORS = [
  { example: 'ports AND insiders', help: 'Both, wherever they stand' },
  { example: 'smuggling OR trafficking', help: 'Either' },
  { example: 'drugs NOT (cannabis OR khat)', help: 'Leaves out what stands in parentheses' },
  { example: 'threat:fraud year:2019..2024', help: 'Fields side by side must all hold; .. is from and to' },
  { example: 'year:>=2023 OR type:review', help: 'Also with <, <= and >' },
];

const NAMES: Record<Noun, string> = {
  question: 'Questions',
  finding: 'Findings',
  expert: 'Experts',
  organisation: 'Organisations',
};

const ASKED_OF: readonly Noun[] = ['finding'];
const FORMULA_ROWS = Object.values(FORMULAS).map((formula) => ({ ...formula, on: ASKED_OF }));

/** What the box can do, before anything was typed. */
export function HowToSearch() {
  return (
    <>
      <EmptyState title="One box for questions, findings, experts and organisations">
        <p className="govuk-body">
          You may paste a whole sentence: whatever shares most with it comes first. For example:
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {EXAMPLES.map((example) => (
            <li key={example}>
              <Example text={example} />
            </li>
          ))}
        </ul>
      </EmptyState>
      <h2 className="govuk-heading-l">More than words</h2>
      <ul className="govuk-list govuk-list--bullet">
        {OPERATORS.map(({ example, help }) => (
          <li key={example}>
            <Example text={example} />: {help}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        Values of a field are parted by commas, and names of several words stand in quotes. Where a thing can
        be without a value, “none” asks for those. “me” is you.
      </p>
      <h2 className="govuk-heading-l">After the search</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          “Narrow the search” lists what was found by field: each link adds a condition to what you typed.
        </li>
        <li>British and American spellings find and mark each other, and so do the forms of a word.</li>
        <li>
          Once you are signed in you can save a search, be told of new results, and read them in a feed
          reader: see{' '}
          <a className="govuk-link" href={paths.savedSearches()}>
            your saved searches
          </a>
          .
        </li>
        <li>
          Everybody can follow{' '}
          <a className="govuk-link" href={paths.findingsFeed()}>
            the feed of released findings
          </a>
          .
        </li>
      </ul>
      <FieldTable />
    </>
  );
}

const Example = ({ text }: { text: string }) => (
  <a className="govuk-link" href={paths.search(text)}>
    {text}
  </a>
);

/** A field, what it asks for and of what, each with an example to try. */
const FieldTable = () => (
  <ScrollingTable
    name="Fields"
    caption="Fields"
    captionSize="m"
    head={['Example', 'What it asks for', 'Of']}
    rows={[...FIELDS, ...FORMULA_ROWS].map(({ example, help, on }) => [
      <Example key={example} text={example} />,
      help,
      on.map((noun) => NAMES[noun]).join(', '),
    ])}
  />
);

export function NothingFound({ q }: { q: string }) {
  return (
    <EmptyState title={`Nothing that you may see matches “${q}”`}>
      <p className="govuk-body">
        Try fewer or other words, or leave out the quotes. You can also start from:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a className="govuk-link" href={paths.map()}>
            the map of what is asked, bought and known
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.terms()}>
            the terms everything is tagged with
          </a>
        </li>
      </ul>
    </EmptyState>
  );
}
