import type { ReactNode } from 'react';
import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  name?: string;
  label: string;
  hint?: string;
  rows?: number;
  button: string;
  warning?: boolean;
  backHref: string;
  children?: ReactNode;
}

/** A decision that is recorded with its reason. */
export function ReasonForm({
  reply,
  name = 'reason',
  label,
  hint,
  rows = 4,
  button,
  warning,
  backHref,
  children,
}: Props) {
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          {children}
          <Textarea label={label} hint={hint} rows={rows} {...fieldProps(fields[name])} />
          <ActionBar>
            <Button once {...(warning ? { variant: 'warning' as const } : {})}>
              {button}
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
