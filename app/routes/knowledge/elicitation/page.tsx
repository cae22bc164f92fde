import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Discussion } from '~/components/elicitation/discussion';
import { ElicitationActions } from '~/components/elicitation/elicitation-actions';
import { ElicitationStanding } from '~/components/elicitation/elicitation-standing';
import { QuantityShown } from '~/components/elicitation/quantity-result';
import { Lines } from '~/components/lines';
import { commentOnEstimates } from '~/domain/elicitation/commands/comment-on-estimates.server';
import { showAmount, STAGE_WORDS } from '~/domain/elicitation/elicitation';
import { elicitationPage } from '~/domain/elicitation/queries/elicitation-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(elicitationPage, await personWhoAsks(args), { reference: args.params.reference }));
}

/** The discussion happens in place: this page's own form. */
export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, commentOnEstimates, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => `${paths.elicitation(reference)}#discussion`,
      says: 'Added to the discussion',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.title : 'Not found');

export default function Elicitation() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, title, background, stage, subject, quantities, results } = view;
  const back = subject && (subject.kind === 'question' ? paths.question : paths.finding)(subject.reference);
  return (
    <PageBody
      before={back && <BackLink href={back}>Back to the {subject?.kind}</BackLink>}
      aside={<ElicitationActions view={view} />}
    >
      <MetaLine
        state={{ text: STAGE_WORDS[stage], ...(stage === 'closed' ? { colour: 'green' as const } : {}) }}
      >
        Expert elicitation
        {showReference(reference)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{title}</h1>
      <ElicitationStanding view={view} />
      {results.length > 0 && (
        <section aria-labelledby="result">
          <h2 className="govuk-heading-l" id="result">
            {stage === 'closed' ? 'Result' : 'First estimates'}
          </h2>
          {results.map((result) => (
            <QuantityShown key={result.quantity.position} result={result} closed={stage === 'closed'} />
          ))}
        </section>
      )}
      <Discussion {...{ view, reply }} />
      <h2 className="govuk-heading-l">What is asked</h2>
      <ol className="govuk-list govuk-list--number">
        {quantities.map(({ position, asks, unit, lower, upper }) => (
          <li key={position}>
            {asks} In {unit === '%' ? 'per cent' : unit}, from {showAmount(lower, unit)} to{' '}
            {showAmount(upper, unit)}.
          </li>
        ))}
      </ol>
      {background && <Lines text={background} />}
    </PageBody>
  );
}
