import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LetterView } from '~/components/award/steps/letter-view';
import { StepForm } from '~/components/award/steps/step-form';
import { StepHistory } from '~/components/award/steps/step-history';
import { AwardPage } from '~/components/award/award-page';
import { advanceLetter } from '~/domain/awards/commands/advance-letter.server';
import { agreementPage } from '~/domain/awards/queries/agreement-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(agreementPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.reference) };
}

/** The step is taken on the letter that the page showed: a newer one answers that this one has moved on. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const letter = form.get('letter');
  form.delete('letter');
  const acting = act(args, advanceLetter, {
    form,
    fixed: { reference: typeof letter === 'string' ? letter : '' },
    done: () => paths.agreementLetter(args.params['reference'] ?? ''),
    says: ({ says }) => says,
  });
  return tellIfGone(args, loader, acting);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Agreement letter', data.view.question.title] : ['Not found']));

export default function Agreement() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { letter } = view;
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Agreement letter' }]}>
      <span className="govuk-caption-l">{view.bidder}</span>
      <h1 className="govuk-heading-l">Agreement letter</h1>
      {letter ? (
        <>
          <LetterView letter={letter} signatory={letter.signatory} />
          <StepForm steps={letter.steps} reply={reply} hidden={{ letter: letter.reference }} />
          <StepHistory subject="agreementLetter" steps={letter.history} />
        </>
      ) : (
        <EmptyState title="No letter was sent">
          The team prepares it, the lead of the bid signs it, and with the budget holder’s approval delivery
          starts. A contract made elsewhere is recorded on the award’s page instead.
        </EmptyState>
      )}
      {view.canPrepare && <Button href={paths.prepareLetter(view.reference)}>Prepare a letter</Button>}
      {view.older.map((older) => (
        <Details key={older.number} summary={`Letter ${older.number}: ${older.stateName.toLowerCase()}`}>
          <LetterView letter={older} signatory={null} />
        </Details>
      ))}
    </AwardPage>
  );
}
