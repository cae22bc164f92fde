import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AwardTag } from '~/components/award/delivery/award-tag';
import { ownAwards } from '~/domain/awards/queries/own-awards.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return { awards: found(await ask(ownAwards, actor, {})) };
}

export const meta = () => pageTitle('Your awards');

export default function OwnAwards() {
  const { awards } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-l">Your awards</h1>
      {awards.length === 0 ? (
        <EmptyState
          title="You have no award yet"
          action={
            <a className="govuk-link" href={paths.questions()}>
              Look for open questions
            </a>
          }
        >
          When a bid of yours wins, it stands here from the award notice on, with what is due and when.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Your awards"
          head={['Question', 'Amount', 'State', 'Due next']}
          rows={awards.map((award) => [
            <a key="award" className="govuk-link" href={paths.award(award.reference)}>
              {award.title}
            </a>,
            showMoney(award.amount),
            <AwardTag key="state" state={award.state} />,
            award.nextTitle && award.nextDueOn
              ? `${award.nextTitle}, ${showDate(award.nextDueOn)}`
              : 'Nothing',
          ])}
        />
      )}
    </PageBody>
  );
}
