import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { prepareLetters } from '~/domain/awards/commands/prepare-letters.server';
import { LETTER_KINDS } from '~/domain/awards/letters/letter-template';
import { lettersPage, type LetterOfBid } from '~/domain/awards/queries/letters-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(lettersPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, prepareLetters, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.letters(reference),
    says: 'The letters are prepared. Read each: they go out with the notice.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Letters to bidders', data.view.title] : ['Not found']));

function standing({ sentAt, changedBy }: LetterOfBid): string {
  if (sentAt) return `sent on ${showInstant(sentAt)}${changedBy ? `, changed by ${changedBy}` : ''}`;
  return changedBy ? `to be sent, changed by ${changedBy}` : 'to be sent, as the template has it';
}

export default function Letters() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const waiting = view.letters.some(({ sentAt }) => sentAt === null);
  return (
    <EvaluationPage chain={chain} question={view} here="Letters to bidders">
      {!view.mayPrepare && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Letters to bidders</h1>
      {view.letters.length === 0 && (
        <EmptyState title="No letter is prepared">
          Letters are optional. They are filled from the templates of the coordinators after the decision, and
          sent with the award notice, or with the summaries where nothing is awarded.
        </EmptyState>
      )}
      {view.letters.map((letter) => (
        <Details
          key={`${letter.bid} ${letter.hash ?? ''}`}
          summary={`${letter.bidder}: ${LETTER_KINDS[letter.kind].toLowerCase()}, ${standing(letter)}`}
        >
          <Lines text={letter.text} />
          {letter.hash ? (
            <p className="govuk-body-s">Sealed as {letter.hash.slice(0, 16)}</p>
          ) : (
            <a className="govuk-link" href={paths.changeLetter(letter.bid)}>
              Change this letter
            </a>
          )}
        </Details>
      ))}
      {view.mayPrepare && (
        <ConfirmForm
          reply={reply}
          button={waiting ? 'Prepare them again from the templates' : 'Prepare the letters'}
          backHref={paths.summaries(view.reference)}
          back="Back to summaries and notice"
        >
          {waiting && <p className="govuk-body">What was changed by hand is then lost.</p>}
        </ConfirmForm>
      )}
    </EvaluationPage>
  );
}
