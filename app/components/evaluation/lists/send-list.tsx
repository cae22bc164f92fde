import type { ComponentProps } from 'react';
import { fieldProps, Form } from '~/components/form';
import { MOST_ROWS } from '~/domain/evaluation/lists/list-kinds';
import { Button } from '~/ui/forms/button';
import { FileUpload } from '~/ui/forms/file-upload';
import { Radios } from '~/ui/forms/radios';

interface Props {
  kinds: { kind: string; title: string; columns: readonly string[]; more: readonly string[] }[];
  reply: ComponentProps<typeof Form>['reply'];
}

const columnsOf = ({ columns, more }: Props['kinds'][number]): string =>
  `Columns: ${columns.join(', ')}${more.length > 0 ? `; if you like, ${more.join(', ')}` : ''}`;

/** A CSV file of rows, for a dry run. */
export const SendList = ({ kinds, reply }: Props) => (
  <>
    <h2 className="govuk-heading-m">Send a list</h2>
    <Form reply={reply} multipart>
      {(fields) => (
        <>
          <Radios
            label="What is the list for?"
            labelProps={{ size: 's' }}
            items={kinds.map((one) => ({ value: one.kind, label: one.title, hint: columnsOf(one) }))}
            {...fieldProps(fields['kind'])}
          />
          <FileUpload
            label="A CSV file"
            labelProps={{ size: 's' }}
            hint={`In UTF-8, its first row naming the columns; at most 10 MB and ${MOST_ROWS.toLocaleString('en-GB')} rows. Assessors go by reference or e-mail address, bids by reference.`}
            accept=".csv,.txt"
            {...fieldProps(fields['file'])}
          />
          <Button once>See what would be done</Button>
        </>
      )}
    </Form>
  </>
);
