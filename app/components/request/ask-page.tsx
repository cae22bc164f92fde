import type { SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import { KIND_WORDS, LIFE_DAYS, type RequestKind } from '~/domain/requests/request';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { AskFields } from './ask-fields';

interface Props {
  asked: {
    kind: RequestKind;
    title: string;
    conditions: string;
    collections: { slug: string; title: string }[];
  };
  reply: { result: SubmissionResult } | undefined;
  backHref: string;
}

/** The page on which somebody asks for something. */
export function AskPage({ asked, reply, backHref }: Props) {
  return (
    <PageBody before={<BackLink href={backHref} />}>
      <span className="govuk-caption-xl">{asked.title}</span>
      <h1 className="govuk-heading-xl">{KIND_WORDS[asked.kind].asking}</h1>
      <p className="govuk-body">
        Your request stands for {LIFE_DAYS} days. You are told of the answer, and can follow it in your list
        of requests.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <AskFields fields={fields} asked={asked} />
            <ActionBar>
              <Button once>Ask</Button>
              <a className="govuk-link" href={backHref}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
