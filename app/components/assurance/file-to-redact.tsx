import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, Form, type Fields } from '~/components/form';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { RecordToRedact, type ShownRecord } from './record-to-redact';
import { showCount } from '~/domain/words';

interface Props {
  view: {
    reference: string;
    question: { reference: string };
    set: { name: string; title: string; records: number };
    page: number;
    pages: number;
    isWithheld: boolean;
    records: ShownRecord[];
    exemptions: { code: string; title: string; absolute: boolean }[];
  };
  reply: { result: SubmissionResult } | undefined;
}

/** The fields of some records with a box each, what is withheld of those that are ticked, and why. */
export function FileToRedact({ view, reply }: Props) {
  if (view.isWithheld) return <InsetText>The whole file is withheld.</InsetText>;
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          {view.records.map((record, place) => (
            <RecordToRedact
              key={record.key}
              number={(view.page - 1) * 10 + place + 1}
              record={record}
              first={place === 0}
              {...checkboxesProps(fields['parts'])}
            />
          ))}
          <Pages view={view} />
          <Checkboxes
            label="Or all of it"
            small
            items={[{ value: 'yes', label: `The whole file, ${showCount(view.set.records, 'record')}` }]}
            {...checkboxesProps(fields['whole'])}
          />
          <Why fields={fields} exemptions={view.exemptions} />
          <Button once>Withhold</Button>
        </>
      )}
    </Form>
  );
}

const Why = ({ fields, exemptions }: { fields: Fields; exemptions: Props['view']['exemptions'] }) => (
  <>
    <Textarea
      label="Only these passages of what is ticked (optional)"
      hint="Exactly as they stand there, one on each line. Without any, all of what is ticked is withheld."
      rows={4}
      {...fieldProps(fields['passages'])}
    />
    <Select
      label="By which exemption?"
      options={[
        { value: '', text: 'Choose an exemption' },
        ...exemptions.map(({ code, title, absolute }) => ({
          value: code,
          text: `${code}: ${title} (${absolute ? 'absolute' : 'qualified'})`,
        })),
      ]}
      {...fieldProps(fields['exemption'])}
    />
    <Textarea
      label="How was the public interest weighed?"
      hint="Needed for a qualified exemption. The requester reads it: say nothing here that is withheld."
      rows={4}
      {...fieldProps(fields['publicInterest'])}
    />
  </>
);

function Pages({ view: { reference, question, set, page, pages } }: Pick<Props, 'view'>) {
  if (pages === 1) return null;
  const to = (number: number) => paths.redactSet(reference, question.reference, set.name, number);
  return (
    <p className="govuk-body">
      Page {page} of {pages}. Withhold what you ticked before you go on.{' '}
      {page > 1 && (
        <a className="govuk-link" href={to(page - 1)}>
          Page before
        </a>
      )}{' '}
      {page < pages && (
        <a className="govuk-link" href={to(page + 1)}>
          Next page
        </a>
      )}
    </p>
  );
}
