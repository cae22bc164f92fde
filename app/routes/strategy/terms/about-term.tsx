import { showDate } from '~/domain/uk-time';
import { STANDING_WORDS, type TermStanding } from '~/domain/taxonomy/term';
import { paths } from '~/paths';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';

interface TermLink {
  reference: string;
  name: string;
}

export interface TermAbout {
  scheme: string;
  slug: string;
  aliases: string[];
  source: string;
  standing: TermStanding;
  reviewBy: Date | null;
  parent: TermLink | null;
  children: TermLink[];
  lists: { name: string; source: string }[];
}

const Links = ({ to }: { to: TermLink[] }) => (
  <ul className="govuk-list govuk-!-margin-bottom-0">
    {to.map(({ reference, name }) => (
      <li key={reference}>
        <a className="govuk-link" href={paths.term(reference)}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

/** What is recorded of a term beside its wording; what is not recorded says so. */
export function AboutTerm({ term }: { term: TermAbout }) {
  const { scheme, slug, aliases, source, standing, reviewBy, parent, children, lists } = term;
  return (
    <SidePanel title="About this term">
      <Facts
        items={[
          { name: 'Other names', value: aliases.length > 0 ? aliases.join(', ') : 'None recorded' },
          { name: 'Source', value: source === '' ? 'Not recorded' : source },
          { name: 'Standing', value: STANDING_WORDS[standing] },
          { name: 'Look at it again by', value: reviewBy ? showDate(reviewBy) : 'No date set' },
          ...(parent ? [{ name: 'Part of', value: <Links to={[parent]} /> }] : []),
          ...(children.length > 0 ? [{ name: 'Its parts', value: <Links to={children} /> }] : []),
          ...lists.map((list) => ({ name: 'In the list', value: `${list.name}, ${list.source}` })),
          ...(scheme === 'threatArea'
            ? [
                {
                  name: 'Everything about it',
                  value: (
                    <a className="govuk-link" href={paths.threatArea(slug)}>
                      Page of the threat area
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </SidePanel>
  );
}
