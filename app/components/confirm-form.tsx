import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  button: string;
  warning?: boolean;
  backHref: string;
  back?: string;
  action?: string;
  children?: ReactNode;
}

/** One button that does one thing, after what it does was said. */
export function ConfirmForm({ reply, button, warning, backHref, back = 'Cancel', action, children }: Props) {
  return (
    <Form reply={reply} {...(action ? { action } : {})}>
      {() => (
        <>
          {children}
          <ActionBar>
            <Button once {...(warning ? { variant: 'warning' as const } : {})}>
              {button}
            </Button>
            <a className="govuk-link" href={backHref}>
              {back}
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
