import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Chain } from '~/components/chain';
import { ElicitationsSection } from '~/components/elicitation/elicitations-section';
import { FindingAppraisal } from '~/components/finding/appraisal/finding-appraisal';
import { FindingLinks } from '~/components/finding/links/finding-links';
import { FindingDirections } from '~/components/finding/finding-directions';
import { FindingAside } from '~/components/finding/finding-aside';
import { FindingBody } from '~/components/finding/finding-body';
import { FindingImpacts } from '~/components/finding/impact/finding-impacts';
import { FindingUptake } from '~/components/uptake/finding-uptake';
import { FindingRatings } from '~/components/finding/rating/finding-ratings';
import { findingMeta } from '~/components/finding/finding-meta';
import { RateForm } from '~/components/finding/rating/rate-form';
import { elicitationsAbout } from '~/domain/elicitation/queries/elicitations-about.server';
import { AnnexStub } from '~/components/annex-stub';
import { MergedRecords } from '~/components/merged-records';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { findingUptake } from '~/domain/ratings/queries/finding-uptake.server';
import { findingRatings } from '~/domain/ratings/queries/finding-ratings.server';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { renderVersion } from '~/web/html/finding-html.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data ? data.finding.version.title : 'Not found'),
  ...(data?.finding.releasedAt ? findingMeta(data.finding) : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const { priority, merged } = readSearch(args.request, {
    priority: z.string().max(20).optional(),
    merged: z.literal('shown').optional(),
  });
  const { reference } = args.params;
  const actor = await whoAsks(args);
  const [page, chain, ratings, uses, priorities, estimates] = await Promise.all([
    ask(findingPage, actor, { reference }),
    ask(chainOf, actor, { noun: 'finding', reference, here: 'finding' }),
    ask(findingRatings, actor, { reference }),
    ask(findingUptake, actor, { reference }),
    ask(priorityChoices, actor, {}),
    ask(elicitationsAbout, actor, { noun: 'finding', reference }),
  ]);
  const finding = found(page);
  if (finding.mergedInto && !merged) throw redirect(paths.finding(finding.mergedInto), 301);
  const html = renderVersion(finding.version);
  return {
    finding,
    html,
    chain,
    ratings: ratings ?? [],
    impacts: uses?.impacts ?? [],
    priorities: priorities ?? [],
    priority,
    uptake: uses?.uptake ?? null,
    estimates: { elicitations: [], isCoordinator: false, ...estimates },
    ofFirm: actor.kind === 'person' && actor.privateSector,
  };
}

/** Rating happens in place: this page's own form. */
export const action = (args: ActionFunctionArgs) =>
  act(args, rateFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => `${paths.finding(reference)}#ratings`,
    says: ({ counted }) =>
      counted
        ? 'Your rating is recorded'
        : 'Your rating is recorded. It is shown with your interest and not counted.',
  });

export default function Finding() {
  const { finding, html, chain, ratings, impacts, priorities, priority, estimates, uptake, ofFirm } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, may } = finding;
  const crumbs = [{ text: 'Knowledge base', href: paths.findings() }, { text: 'Finding' }];
  return (
    <PageBody
      before={
        <>
          {chain && <Chain chain={chain} />}
          <Breadcrumbs items={crumbs} />
        </>
      }
      aside={<FindingAside finding={finding} />}
    >
      <MergedRecords of="finding" {...finding} pathOf={paths.finding} />
      <FindingBody finding={finding} html={html} />
      {finding.annex && <AnnexStub noun="finding" reference={reference} annex={finding.annex} />}
      {finding.publishedAt && <FindingAppraisal finding={finding} />}
      {finding.publishedAt && <FindingLinks finding={finding} />}
      {finding.publishedAt && <FindingDirections finding={finding} />}
      {finding.publishedAt && <FindingRatings reference={reference} groups={ratings} mayRate={may.use} />}
      {may.use && <RateForm {...{ reply, ratings, priorities, ofFirm }} chosen={priority} />}
      {finding.publishedAt && (
        <ElicitationsSection
          about={{ finding: reference }}
          elicitations={estimates.elicitations}
          mayOpen={estimates.isCoordinator}
        />
      )}
      {finding.publishedAt && <FindingImpacts finding={finding} impacts={impacts} />}
      {uptake && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.findingDatasets(reference)}>
            Data that it rests on
          </a>
          {' · '}
          <a className="govuk-link" href={paths.findingCountries(reference)}>
            Countries it is about
          </a>
          {' · '}
          <a className="govuk-link" href={paths.findingBusiness(reference)}>
            Part of the business it is about
          </a>
        </p>
      )}
      {uptake && <FindingUptake finding={reference} uptake={uptake} />}
    </PageBody>
  );
}
