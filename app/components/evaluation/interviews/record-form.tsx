import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { Lines } from '~/components/lines';
import { ScoreFields, type ScoredCriterion } from '../scoring/score-fields';

interface Props {
  view: {
    mode: 'criteria' | 'adjustment' | null;
    most: number;
    points: number | null;
    reason: string;
    criteria: (ScoredCriterion & { guidance: string; value: number | null; rationale: string })[];
  };
  reply: { result: SubmissionResult } | undefined;
}

/** What the panel agreed after an interview, as the question published it: scores, or points. */
export function RecordForm({ view, reply }: Props) {
  const values = {
    reason: view.reason,
    ...(view.mode === 'adjustment' ? { points: view.points === null ? '' : String(view.points) } : {}),
    ...(view.mode === 'criteria'
      ? {
          scores: view.criteria.map(({ position, value, rationale }) => ({
            position: String(position),
            value: value === null ? '' : String(value),
            reason: rationale,
          })),
        }
      : {}),
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          {view.mode === 'criteria' && (
            <ScoreFields
              list={fields['scores']}
              criteria={view.criteria}
              reasonLabel="Rationale, which the bidder reads"
              above={(index) => <Lines text={view.criteria[index]?.guidance ?? ''} />}
            />
          )}
          {view.mode === 'adjustment' && (
            <TextInput
              label="Points of quality"
              hint={`From −${view.most} to ${view.most}; 0 leaves the quality as it was agreed`}
              width={3}
              {...fieldProps(fields['points'])}
            />
          )}
          <Textarea
            label="Who took part, and what did the panel find?"
            hint="Name who was absent or abstained"
            rows={8}
            {...fieldProps(fields['reason'])}
          />
          <Button once>Record the interview</Button>
        </>
      )}
    </Form>
  );
}
