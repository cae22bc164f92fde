import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { Autosave, formReply } from '~/components/question/drafting/autosave';
import { Lines } from '~/components/lines';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { SavedMeanwhile } from '~/components/question/drafting/saved-meanwhile';
import { ask } from '~/domain/query.server';
import { ADVICE_LABELS, ADVICE_WORDS } from '~/domain/questions/advice/advice';
import { writeAdviceAnswer } from '~/domain/questions/commands/write-advice-answer.server';
import { ownAdviceAnswer } from '~/domain/questions/queries/own-advice-answer.server';
import { PERSONAL_DATA_NOTE } from '~/domain/questions/texts/personal-data';
import { showClockTime } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks, whoAsks } from '~/web/who.server';

export const handle = { scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const own = found(
    await ask(ownAdviceAnswer, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (own.submitted && own.reference) throw redirect(paths.adviceAnswer(own.reference));
  if (!own.may.write) throw forbidden('This is for verified experts who are not of the asking team.');
  return own;
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  const reply = await act(args, writeAdviceAnswer, {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, question }) =>
      intent === 'later' ? paths.question(question) : paths.adviceAnswer(reference),
    ...(intent === 'later' ? { says: 'Saved. Only you can see it.' } : {}),
  });
  if (intent !== 'auto' || !(reply instanceof Response)) return reply;
  return data({ savedAt: showClockTime((await whoAsks(args)).asOf) });
}

export const meta: MetaFunction = () => pageTitle('Your answer');

export default function OwnAnswer() {
  const { question, open, until, body, limits, seen } = useLoaderData<typeof loader>();
  const reply = formReply(useActionData());
  return (
    <PageBody before={<QuestionCrumbs question={question} here="Your answer" />}>
      <h1 className="govuk-heading-l">Your answer</h1>
      <ol className="govuk-list govuk-list--number">
        {question.asked.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      <p className="govuk-body">
        {[question.fee, until].filter(Boolean).join('. ')}. It goes to the asking team alone. Nothing is
        published unless you agree.
      </p>
      <SavedMeanwhile
        reply={reply}
        answers={[
          { label: 'Answer', value: body },
          { label: 'Limits', value: limits },
        ]}
      />
      {open ? (
        <Autosave>
          <Form id="answer" reply={reply} values={{ body, limits }}>
            {(fields) => (
              <>
                <input type="hidden" name="seen" value={seen} />
                <CharacterCount
                  label={ADVICE_LABELS.body}
                  hint={PERSONAL_DATA_NOTE}
                  maxWords={ADVICE_WORDS}
                  rows={14}
                  {...fieldProps(fields['body'])}
                />
                <Textarea
                  label={ADVICE_LABELS.limits}
                  hint="Its limits: evidence that is missing, thin or disputed."
                  rows={4}
                  {...fieldProps(fields['limits'])}
                />
                <NotPersonal reply={reply} fields={fields} />
                <ActionBar>
                  <Button name="intent" value="finish">
                    Save and check
                  </Button>
                  <Button name="intent" value="later" variant="secondary">
                    Save and finish later
                  </Button>
                </ActionBar>
              </>
            )}
          </Form>
        </Autosave>
      ) : (
        <Lines text={body || 'You wrote nothing.'} />
      )}
    </PageBody>
  );
}
