import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { JudgementHistory } from '~/components/horizon/judgement-history';
import { SignalEvidence } from '~/components/horizon/signal-evidence';
import { publishSignal } from '~/domain/elicitation/commands/publish-signal.server';
import { reaffirmSignal } from '~/domain/elicitation/commands/reaffirm-signal.server';
import { removeSignalEvidence } from '~/domain/elicitation/commands/remove-signal-evidence.server';
import { showLikelihood, SIGNAL_CONFIDENCES } from '~/domain/elicitation/horizon/yardstick';
import { signalPage } from '~/domain/elicitation/queries/signal-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(signalPage, await personWhoAsks(args), { reference: args.params['reference'] }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title ?? 'Not found');

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const fixed = { reference: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.signal(reference);
  if (intent === 'publish')
    return act(args, publishSignal, { form, fixed, done, says: 'Published. Every member can read it.' });
  return intent === 'remove'
    ? act(args, removeSignalEvidence, { form, fixed, done, says: 'Taken away' })
    : act(args, reaffirmSignal, { form, fixed, done, says: 'It holds as it was judged' });
}

function stateOf({ publishedAt, due }: { publishedAt: unknown; due: boolean }) {
  if (!publishedAt) return { text: 'Draft', colour: 'grey' as const };
  return due
    ? { text: 'Needs review', colour: 'yellow' as const }
    : { text: 'Published', colour: 'green' as const };
}

export default function SignalPage() {
  const signal = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, title, changing, areas, judgements, questions, round, may, due } = signal;
  const [latest] = judgements;
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Horizon', href: paths.horizon() }, { text: title }]} />}>
      <MetaLine state={stateOf(signal)}>{showReference(reference)}</MetaLine>
      <h1 className="govuk-heading-xl">{title}</h1>
      <p className="govuk-body whitespace-pre-line">{changing}</p>
      <SummaryList
        rows={[
          { key: 'How likely', value: latest ? showLikelihood(latest.likelihood) : 'Not judged yet' },
          latest ? { key: 'Confidence', value: SIGNAL_CONFIDENCES[latest.confidence] } : null,
          { key: 'Threat areas', value: areas.map(({ name }) => name).join(', ') || 'None' },
          { key: 'Owner', value: signal.owner },
          { key: 'Look at it again by', value: showDate(signal.reviewBy) },
        ]}
      />
      {may.keep && (
        <Form id="care" reply={reply}>
          {() => (
            <div className="govuk-button-group">
              {may.publish && (
                <Button name="intent" value="publish">
                  Publish it
                </Button>
              )}
              {due && (
                <Button variant="secondary" name="intent" value="reaffirm">
                  It still holds
                </Button>
              )}
              <a className="govuk-link" href={paths.judgeSignal(reference)}>
                Judge how likely it is
              </a>
              <a className="govuk-link" href={paths.editSignal(reference)}>
                Change it
              </a>
            </div>
          )}
        </Form>
      )}
      <SignalEvidence signal={signal} />
      <h2 className="govuk-heading-m">How the judgement moved</h2>
      <JudgementHistory judgements={judgements} />
      {round && (
        <p className="govuk-body">
          Experts estimate it:{' '}
          <a className="govuk-link" href={paths.elicitation(round.reference)}>
            {round.title}
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">Questions about it</h2>
      {questions.length === 0 ? (
        <p className="govuk-body">No question that you can read is linked.</p>
      ) : (
        <LinkList
          links={questions.map((one) => ({ text: one.title, href: paths.question(one.reference) }))}
        />
      )}
    </PageBody>
  );
}
