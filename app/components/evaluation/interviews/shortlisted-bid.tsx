import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '~/components/lines';

interface Props {
  bid: {
    reference: string;
    bidder: string;
    interview: {
      slot: { startsAt: Date | string; place: string } | null;
      withdrawnAt: Date | string | null;
      withdrawnReason: string | null;
      recordedAt: Date | string | null;
      points: number | null;
      reason: string | null;
    } | null;
  };
  records: boolean;
}

/** One bid of the shortlist, and where its interview stands. */
export const ShortlistedBid = ({ bid: { reference, bidder, interview }, records }: Props) => (
  <section className="govuk-!-margin-bottom-6">
    <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{bidder}</h3>
    {interview?.withdrawnAt ? (
      <Lines text={`Withdrawn from the interviews: ${interview.withdrawnReason ?? ''}`} />
    ) : (
      interview && (
        <SummaryList
          rows={[
            {
              key: 'Time',
              value: interview.slot
                ? `${showInstant(interview.slot.startsAt)}, ${interview.slot.place}`
                : 'Not chosen yet',
            },
            interview.points !== null && { key: 'Points', value: String(interview.points) },
            interview.recordedAt !== null && {
              key: 'What the panel found',
              value: <Lines text={interview.reason ?? ''} />,
            },
          ]}
        />
      )
    )}
    {records && !interview?.withdrawnAt && (
      <p className="govuk-body">
        <a className="govuk-link" href={paths.interviewRecord(reference)}>
          {interview?.recordedAt ? 'Change the record' : 'Record the interview'}
          <span className="govuk-visually-hidden"> of {bidder}</span>
        </a>
      </p>
    )}
  </section>
);
