import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { answerFollowUp } from '~/domain/measures/commands/answer-follow-up.server';
import { OUTCOME_NAMES, OUTCOMES, STATE_TAGS, SUBJECTS } from '~/domain/measures/follow-ups/follow-up';
import { followUpPage } from '~/domain/measures/queries/follow-up-page.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { showCount } from '~/domain/words';

export const meta = () => pageTitle('Follow-up');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  return found(await ask(followUpPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, answerFollowUp, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.followUp(reference),
    says: 'Answered. It stays with what it is about.',
  });

const TO = { award: paths.award, finding: paths.finding, measure: paths.measureRecord };

export default function FollowUp() {
  const { subject, months, title, about, state, dueOn, owner, effectMonths, answer, may } =
    useLoaderData<typeof loader>();
  const tag = STATE_TAGS[state];
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Follow-ups', href: paths.followUps() }, { text: title }]} />}
    >
      <MetaLine state={tag}>{showCount(months, 'month')}</MetaLine>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">What became of it after {showCount(months, 'month')}</h1>
      <SummaryList
        rows={[
          {
            key: SUBJECTS[subject],
            value: (
              <a className="govuk-link" href={TO[subject](about)}>
                {title}
              </a>
            ),
          },
          { key: 'Due on', value: showDate(dueOn) },
          { key: 'Who looks', value: owner ?? 'Coordinators' },
          effectMonths === null
            ? null
            : { key: 'An effect can be seen after', value: showCount(effectMonths, 'month') },
          answer ? { key: 'What was found', value: OUTCOMES[answer.outcome] } : null,
          answer
            ? { key: 'In words', value: <span className="whitespace-pre-line">{answer.words}</span> }
            : null,
          answer?.value
            ? {
                key: 'Figure',
                value: (
                  <a
                    className="govuk-link"
                    href={paths.measureValue(answer.value.measure.reference, answer.value.reference)}
                  >
                    {answer.value.measure.name}
                  </a>
                ),
              }
            : null,
          answer?.at ? { key: 'Answered', value: `${showDay(answer.at)} by ${answer.by}` } : null,
        ]}
      />
      {may.answer && <Answer />}
      {state === 'planned' && <p className="govuk-body">It is answered from its day on.</p>}
    </PageBody>
  );
}

function Answer() {
  const reply = useActionData<typeof action>();
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          <Radios
            label="What you found"
            labelProps={{ size: 'm' }}
            items={OUTCOME_NAMES.map((value) => ({ value, label: OUTCOMES[value] }))}
            {...fieldProps(fields['outcome'])}
          />
          <Textarea
            label="In words"
            hint="What you found and how you looked. For no effect, why you think so."
            rows={5}
            {...fieldProps(fields['words'])}
          />
          <TextInput
            label="Reference of the figure (optional)"
            hint="Of a measure in Soundings, where one shows it"
            width={10}
            {...fieldProps(fields['value'])}
          />
          <Button once>Record what you found</Button>
        </>
      )}
    </Form>
  );
}
