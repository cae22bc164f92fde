import type { SubmissionResult } from '@conform-to/react';
import { rowsOf } from '~/components/bid/writing/rows';
import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Fieldset } from '~/ui/forms/fieldset';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';

interface Item {
  code: string;
  text: string;
  hint: string;
  options: { score: number; label: string }[];
  score: number | null;
  comment: string;
}

interface Props {
  items: Item[];
  reply: { result: SubmissionResult } | undefined;
  backHref: string;
}

/** Every question with its scored options and a comment. Half a report can be saved; a whole one is submitted. */
export function ReportForm({ items, reply, backHref }: Props) {
  const values = {
    answers: items.map(({ code, score, comment }) => ({
      code,
      score: score === null ? '' : String(score),
      comment,
    })),
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          {rowsOf(fields['answers']).map((row, index) => {
            const item = items[index];
            if (!item) return null;
            return (
              <Fieldset key={item.code} legend={item.text} legendProps={{ size: 'm' }}>
                <input type="hidden" name={`answers[${index}].code`} value={item.code} />
                <Radios
                  label={`How is it? ${item.hint}`}
                  small
                  items={item.options.map(({ score, label }) => ({
                    value: String(score),
                    label: `${score}. ${label}`,
                  }))}
                  {...fieldProps(row['score'])}
                />
                <Textarea label="Why" rows={3} {...fieldProps(row['comment'])} />
              </Fieldset>
            );
          })}
          <ActionBar>
            <Button once name="intent" value="submit">
              Submit the report
            </Button>
            <Button once variant="secondary" name="intent" value="save">
              Save for later
            </Button>
            <a className="govuk-link" href={backHref}>
              Cancel
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
