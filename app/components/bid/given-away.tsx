import type { Given } from '~/domain/bids/anonymous/identity';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';

interface Props {
  bid: { reference: string; sections: readonly { slug: string; title: string }[] };
  given: Given[];
}

/** Where a question hides its bidders: what of this bid would tell, and where it stands. */
export const GivenAway = ({ bid: { reference, sections }, given }: Props) =>
  given.length === 0 ? (
    <p className="govuk-body">
      The panel does not see who bids. No name, organisation or address of yours was found in the text.
    </p>
  ) : (
    <>
      <WarningText>
        The panel does not see who bids, but this text tells. These words are hidden when the panel reads the
        bid, which may leave gaps. Write around them where you can.
      </WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {given.map(({ section, words }) => (
          <li key={section}>
            <a className="govuk-link" href={paths.bidSection(reference, section)}>
              {sections.find(({ slug }) => slug === section)?.title ?? section}
            </a>
            : {words.join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
