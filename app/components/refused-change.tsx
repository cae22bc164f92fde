import type { SubmissionResult } from '@conform-to/react';
import { Button } from '~/ui/forms/button';
import { ErrorSummary } from '~/ui/forms/error-summary';
import { PageBody } from '~/ui/layout/page-body';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  back: string;
}

/** For a button that stands alone on another page, when what it does was refused. */
export function RefusedChange({ reply, back }: Props) {
  const messages = Object.values(reply?.result.error ?? {}).flatMap((each) => each ?? []);
  return (
    <PageBody>
      <ErrorSummary errors={messages.map((message) => ({ message }))} />
      <h1 className="govuk-heading-l">Nothing was changed</h1>
      <Button href={back}>Go back</Button>
    </PageBody>
  );
}
