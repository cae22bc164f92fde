import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { fieldProps, Form, type Fields, type Values } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  values?: Values;
  name?: string;
  label: string;
  button: string;
  backHref: string;
  children: (fields: Fields) => ReactNode;
}

/** A decision with its reason and what else it needs. */
export const WithReason = ({ reply, values, name = 'reason', label, button, backHref, children }: Props) => (
  <Form reply={reply} values={values}>
    {(fields) => (
      <>
        {children(fields)}
        <Textarea label={label} rows={4} {...fieldProps(fields[name])} />
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
