import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Citation } from '~/components/finding/citation';
import { FindingStanding } from '~/components/finding/finding-standing';
import { FindingText } from '~/components/finding/finding-text';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { renderVersion } from '~/web/html/finding-html.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.finding.version.title}, version ${data.finding.version.number}` : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const { reference, number } = args.params;
  const finding = found(await ask(findingPage, await whoAsks(args), { reference, number }));
  return { finding, html: renderVersion(finding.version) };
}

export default function Version() {
  const { finding, html } = useLoaderData<typeof loader>();
  const { reference, version, currentNumber } = finding;
  const home = { text: 'The finding', href: paths.finding(reference) };
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Knowledge base', href: paths.findings() },
            home,
            { text: `Version ${version.number}` },
          ]}
        />
      }
    >
      <span className="govuk-caption-xl">Version {version.number}</span>
      <h1 className="govuk-heading-xl">{version.title}</h1>
      {version.number !== currentNumber && currentNumber > 0 && (
        <InsetText>
          This is not the current version.{' '}
          <a className="govuk-link" href={paths.finding(reference)}>
            Read version {currentNumber}
          </a>
        </InsetText>
      )}
      <FindingStanding finding={finding} />
      <p className="govuk-body">
        <Citation reference={version.reference} />
      </p>
      {!finding.retractedAt && <FindingText version={version} html={html} />}
    </PageBody>
  );
}
