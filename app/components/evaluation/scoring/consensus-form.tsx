import type { SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Tag } from '~/ui/content/tag';
import { ScoreFields, type ScoredCriterion } from './score-fields';

interface Props {
  criteria: (ScoredCriterion & {
    disagreement: boolean;
    consensus: { value: number; rationale: string } | null;
    scores: { name: string; value: number | null; reason: string }[];
  })[];
  reply: { result: SubmissionResult } | undefined;
}

/** The consensus on each criterion beside the independent scores, which stay. */
export function ConsensusForm({ criteria, reply }: Props) {
  const values = {
    scores: criteria.map(({ position, consensus }) => ({
      position: String(position),
      value: consensus === null ? '' : String(consensus.value),
      reason: consensus?.rationale ?? '',
    })),
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          <p className="govuk-body">
            Leave a criterion empty where the mean of the independent scores may stand. Independent scores are
            never changed.
          </p>
          <ScoreFields
            list={fields['scores']}
            criteria={criteria}
            reasonLabel="Rationale, which the bidder reads"
            above={(index) => <Independent {...criteria[index]} />}
          />
          <Button once>Record the consensus</Button>
        </>
      )}
    </Form>
  );
}

const Independent = ({ scores = [], disagreement = false }: Partial<Props['criteria'][number]>) => (
  <>
    {disagreement && (
      <p className="govuk-body">
        <Tag colour="orange">Two or more apart</Tag>
      </p>
    )}
    <ul className="govuk-list govuk-list--bullet">
      {scores.map(({ name, value, reason }) => (
        <li key={name}>
          <strong>
            {name}: {value}
          </strong>{' '}
          <span className="whitespace-pre-line">{reason}</span>
        </li>
      ))}
    </ul>
  </>
);
