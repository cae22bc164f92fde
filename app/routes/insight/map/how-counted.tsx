import { InsetText } from '~/ui/content/inset-text';

interface Props {
  byPriority: boolean;
  shown: { released: boolean; narrowed: boolean };
}

/** The rules of the count, in words. */
export function HowCounted({ byPriority, shown: { released, narrowed } }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">How this is counted</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          An open question is published and neither bought, answered nor settled. It is unfunded while it
          states no money.
        </li>
        <li>
          A live commission is a question with an award whose notice was sent, and a contract that is not
          closed.
        </li>
        <li>A finding is not yet appraised until two people have agreed how sound it is.</li>
        <li>
          Something that stands in several columns is counted in each of them, and once in “All”. You see only
          what you may see, so figures differ between people.
        </li>
        {narrowed && (
          <li>
            Confidence, review day and rating narrow findings alone; years are those of a finding’s
            publication and of a question’s.
          </li>
        )}
        {byPriority && (
          <li>
            A finding counts for a priority through the question it answers or its author’s case
            {released ? '.' : ', or because somebody rated it as more than not relevant.'}
          </li>
        )}
      </ul>
      {!released && (
        <InsetText>
          OFFICIAL. Joining many OFFICIAL items can raise their sensitivity: share this map inside the network
          only.
        </InsetText>
      )}
    </>
  );
}
