import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Chain } from '~/components/chain';
import { ImpactFacts } from '~/components/finding/impact/impact-facts';
import { impactTag } from '~/components/finding/impact/impact-tag';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';
import { impactRecordPage } from '~/domain/ratings/queries/impact-record-page.server';
import { showReference } from '~/domain/reference';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? data.record.decision.slice(0, 80) : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const { reference } = args.params;
  const [record, chain] = await Promise.all([
    ask(impactRecordPage, actor, { reference }),
    ask(chainOf, actor, { noun: 'impactRecord', reference, here: 'impact' }),
  ]);
  return { record: found(record), chain };
}

export default function ImpactRecord() {
  const { record, chain } = useLoaderData<typeof loader>();
  const { reference, state, finding, may, releasedAt, withdrawnAt, withdrawnReason, invented } = record;
  const crumbs = [{ text: 'Impact records', href: paths.impactRecords() }, { text: 'Impact record' }];
  return (
    <PageBody
      before={
        <>
          {chain && <Chain chain={chain} />}
          <Breadcrumbs items={crumbs} />
        </>
      }
    >
      <MetaLine state={impactTag(state)}>{showReference(reference)}</MetaLine>
      <h1 className="govuk-heading-xl">{record.decision}</h1>
      {withdrawnAt && (
        <WarningText>
          Withdrawn on {showDay(withdrawnAt)}: {withdrawnReason}
        </WarningText>
      )}
      {invented && <InsetText>Invented for the demonstration: no such decision was taken.</InsetText>}
      <ImpactFacts record={record} />
      <ActionBar>
        {state !== 'withdrawn' && record.signed && (
          <Button href={paths.impactStatement(reference)}>Corroboration statement</Button>
        )}
        <a className="govuk-link" href={paths.finding(finding.reference)}>
          Read the finding
        </a>
        {may.release && (
          <a className="govuk-link" href={paths.releaseImpact(reference)}>
            {releasedAt ? 'Withdraw the release' : 'Release to the public'}
          </a>
        )}
        {may.withdraw && (
          <a className="govuk-link" href={paths.withdrawImpact(reference)}>
            Withdraw this record
          </a>
        )}
      </ActionBar>
    </PageBody>
  );
}
