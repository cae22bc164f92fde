import { showDate } from '~/domain/uk-time';
import { Lines } from '~/components/lines';

interface Props {
  bids:
    | { reference: string; bidder: string; summary: string; answers: { name: string; text: string }[] }[]
    | null;
  meetings: { heldOn: string; minutes: string; recordedBy: string }[];
}

/** What bidders wrote, without what they marked confidential, and what the panel minuted. */
export const TextsOnFile = ({ bids, meetings }: Props) => (
  <>
    <h2 className="govuk-heading-m">Bids</h2>
    {bids === null && (
      <p className="govuk-body">The text of bids is not on the file that you may read now.</p>
    )}
    {bids?.length === 0 && <p className="govuk-body">None came in.</p>}
    {bids?.map(({ reference, bidder, summary, answers }) => (
      <section key={reference}>
        <h3 className="govuk-heading-s">{bidder}</h3>
        <Lines text={summary} />
        {answers.map(({ name, text }) => (
          <div key={name}>
            <h4 className="govuk-heading-s govuk-!-margin-bottom-1">{name}</h4>
            <Lines text={text || 'Nothing was written.'} />
          </div>
        ))}
      </section>
    ))}
    {meetings.length > 0 && <h2 className="govuk-heading-m">Minutes of moderation</h2>}
    {meetings.map(({ heldOn, minutes, recordedBy }, index) => (
      <section key={index}>
        <h3 className="govuk-heading-s">
          {showDate(heldOn)}, recorded by {recordedBy}
        </h3>
        <Lines text={minutes} />
      </section>
    ))}
  </>
);
