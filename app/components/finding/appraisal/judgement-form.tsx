import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form, type Fields } from '~/components/form';
import { CONFIDENCE_MEANS, CONFIDENCES, type Judgement } from '~/domain/knowledge/appraisal/appraisal';
import { answerField } from '~/domain/knowledge/appraisal/judgement-form';
import { SCHEMES, type SchemeName } from '~/domain/knowledge/appraisal/scheme';
import type { Item } from '~/domain/knowledge/appraisal/scheme-parts';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { confidenceWords } from '../finding-state';

interface Props {
  scheme: SchemeName;
  reply: { result: SubmissionResult } | undefined;
  /** What stands in the fields before anybody chose. */
  judgement: Judgement | null;
  /** What the reasons are for, as the label of their box. */
  why: string;
  whyHint: string;
  button: string;
  backHref: string;
}

const confidences = [...CONFIDENCES]
  .reverse()
  .map((value) => ({ value, label: confidenceWords(value), hint: CONFIDENCE_MEANS[value] }));

const valuesOf = (judgement: Judgement | null) =>
  judgement && {
    confidence: judgement.confidence,
    rationale: judgement.rationale,
    ...Object.fromEntries(Object.entries(judgement.answers).map(([key, value]) => [answerField(key), value])),
  };

function ItemField({ item: { key, question, hint, choices }, fields }: { item: Item; fields: Fields }) {
  return (
    <Radios
      small
      label={question}
      labelProps={{ size: 's' }}
      {...(hint ? { hint } : {})}
      items={choices.map((choice) => ({ ...choice }))}
      {...fieldProps(fields[answerField(key)])}
    />
  );
}

/** The items of a scheme, then how confident that leaves the reader, and why. */
export function JudgementForm({ scheme, reply, judgement, why, whyHint, button, backHref }: Props) {
  return (
    <Form reply={reply} values={valuesOf(judgement) ?? {}}>
      {(fields) => (
        <>
          {SCHEMES[scheme].parts.map(({ title, items }) => (
            <section key={title} aria-label={title}>
              <h2 className="govuk-heading-m">{title}</h2>
              {items.map((item) => (
                <ItemField key={item.key} item={item} fields={fields} />
              ))}
            </section>
          ))}
          <h2 className="govuk-heading-m">Taken together</h2>
          <Radios
            label="How confident can a reader be in what it concludes?"
            labelProps={{ size: 's' }}
            items={confidences}
            {...fieldProps(fields['confidence'])}
          />
          <Textarea label={why} hint={whyHint} rows={6} {...fieldProps(fields['rationale'])} />
          <ActionBar>
            <Button once>{button}</Button>
            <a className="govuk-link" href={backHref}>
              Cancel
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
