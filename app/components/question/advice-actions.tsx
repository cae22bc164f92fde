import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import type { AdviceAnswerPage } from '~/domain/questions/queries/advice-answer-page.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { ActionBar } from '~/ui/layout/action-bar';
import { UnsaidReply } from './unsaid-reply';

interface Props {
  answer: AdviceAnswerPage;
  reply: { result: SubmissionResult } | undefined;
}

const DECISIONS = [
  { value: 'named', label: 'Yes, with my name' },
  { value: 'unnamed', label: 'Yes, without my name' },
  { value: 'refuse', label: 'No' },
];

/** What its author or the asking team can do with an answer now. */
export function AdviceActions({ answer, reply }: Props) {
  const { state, may, question } = answer;
  if (state === 'draft' && !may.submit)
    return (
      <>
        <UnsaidReply reply={reply} />
        <InsetText>
          This request takes no answers any more. What you wrote stays here, for you alone.
        </InsetText>
      </>
    );
  if (state === 'draft')
    return (
      <Form reply={reply}>
        {() => (
          <ActionBar>
            <Button name="intent" value="submit" once>
              Send to the asking team
            </Button>
            <a className="govuk-link" href={paths.ownAdviceAnswer(question.reference)}>
              Change it
            </a>
          </ActionBar>
        )}
      </Form>
    );
  if (may.decide)
    return (
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios
              label="The team asks to publish your answer in the knowledge base. May it?"
              items={DECISIONS}
              {...fieldProps(fields['decision'])}
            />
            <Button name="intent" value="decide" once>
              Record my decision
            </Button>
          </>
        )}
      </Form>
    );
  return may.acknowledge || may.askToPublish ? (
    <Acknowledge answer={answer} reply={reply} />
  ) : (
    <UnsaidReply reply={reply} />
  );
}

function Acknowledge({ answer: { may }, reply }: Props) {
  return (
    <Form reply={reply}>
      {() => (
        <>
          {may.acknowledge ? (
            <Checkboxes
              name="askToPublish"
              label="Publication"
              items={[
                {
                  value: 'on',
                  label: 'Also ask the author whether it may be published in the knowledge base',
                },
              ]}
            />
          ) : (
            <input type="hidden" name="askToPublish" value="on" />
          )}
          <Button name="intent" value="acknowledge" once>
            {may.acknowledge ? 'Thank the author' : 'Ask whether it may be published'}
          </Button>
        </>
      )}
    </Form>
  );
}
