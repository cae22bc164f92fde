import type { SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { Lede } from '~/ui/report/lede';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  title: string;
  what: string;
  /** The finding that was started from it already, if the actor may know of it. */
  started: string | null;
  back: string;
}

/** Before a finding is started from what somebody delivered or answered. */
export function FindingStart({ reply, title, what, started, back }: Props) {
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Make a finding of this</h1>
      <Lede>
        A finding is a citable piece of knowledge that everybody in the network can find, rate and use.
      </Lede>
      {started ? (
        <p className="govuk-body">
          A finding was already started:{' '}
          <a className="govuk-link" href={paths.finding(started)}>
            go to it
          </a>
          .
        </p>
      ) : (
        <Form reply={reply}>
          {() => (
            <>
              <p className="govuk-body">{what}</p>
              <ActionBar>
                <Button once>Start the finding</Button>
                <a className="govuk-link" href={back}>
                  Not now
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
