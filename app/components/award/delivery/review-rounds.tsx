import { REVIEW_DECISIONS, type ReviewDecision } from '~/domain/awards/review/review-round';
import { showDate, showDay } from '~/domain/uk-time';
import { SummaryList } from '~/ui/content/summary-list';
import { Tag } from '~/ui/content/tag';
import { Lines } from '~/components/lines';

interface Props {
  rounds: {
    number: number;
    dueOn: Date;
    late: boolean;
    reviews: {
      reviewerName: string;
      decision: ReviewDecision | null;
      comment: string;
      givenAt: Date | null;
    }[];
  }[];
}

/** Each round of review with its named people: who advised what, and who is late. */
export const ReviewRounds = ({ rounds }: Props) =>
  rounds.map(({ number, dueOn, late, reviews }) => (
    <SummaryList
      key={number}
      card={{ title: `Review round ${number}, due ${showDate(dueOn)}` }}
      rows={reviews.map(({ reviewerName, decision, comment, givenAt }) => ({
        key: reviewerName,
        value:
          decision && givenAt ? (
            <>
              <p className="govuk-body">
                {REVIEW_DECISIONS[decision]}, {showDay(givenAt)}
              </p>
              <Lines text={comment} />
            </>
          ) : (
            <Tag colour={late ? 'red' : 'grey'}>{late ? 'Late' : 'Not in yet'}</Tag>
          ),
      }))}
    />
  ));
