import type { SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Details } from '~/ui/content/details';
import { ActionBar } from '~/ui/layout/action-bar';
import { Lines } from '~/components/lines';
import { ScoreFields, type ScoredCriterion } from './score-fields';

interface Props {
  view: {
    quality: { answers: Record<string, string> };
    criteria: (ScoredCriterion & {
      id: string;
      guidance: string;
      mine: { value: number | null; reason: string };
    })[];
  };
  reply: { result: SubmissionResult } | undefined;
}

/** An evaluator's own scores: saved as often as liked, submitted once. */
export function ScoringForm({ view: { criteria, quality }, reply }: Props) {
  const values = {
    scores: criteria.map(({ position, mine }) => ({
      position: String(position),
      value: mine.value === null ? '' : String(mine.value),
      reason: mine.reason,
    })),
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          <ScoreFields
            list={fields['scores']}
            criteria={criteria}
            reasonLabel="Your reason, which the bidder may read without your name"
            above={(index) => (
              <>
                <Lines text={criteria[index]?.guidance ?? ''} />
                <Details summary="What the bid says" open>
                  <Lines text={quality.answers[criteria[index]?.id ?? ''] ?? 'Nothing was written.'} />
                </Details>
              </>
            )}
          />
          <p className="govuk-body">
            Once submitted, scores cannot be changed, and you see those of the others for this bid.
          </p>
          <ActionBar>
            <Button once name="intent" value="submit">
              Submit your scores
            </Button>
            <Button variant="secondary" name="intent" value="save">
              Save and come back
            </Button>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
