import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Citation } from '~/components/finding/citation';
import { FindingText } from '~/components/finding/finding-text';
import { NearFindings } from '~/components/finding/share/near-findings';
import { Form } from '~/components/form';
import { publishFinding } from '~/domain/knowledge/commands/publish-finding.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { findingReview } from '~/domain/knowledge/queries/finding-review.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { renderVersion } from '~/web/html/finding-html.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Review a finding');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference } = args.params;
  const [current, review] = await Promise.all([
    ask(findingPage, actor, { reference }),
    ask(findingReview, actor, { reference }),
  ]);
  const known = found(current);
  if (!review)
    throw forbidden('Only a coordinator who did not write it can decide on a finding that waits for review.');
  const finding = found(await ask(findingPage, actor, { reference, number: review.number }));
  return { finding, review, html: renderVersion(finding.version), published: known.publishedAt !== null };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, publishFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.finding(reference),
    says: 'Finding published to the network',
  });

export default function Review() {
  const { finding, review, html, published } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, version, terms, cases, sharedBy } = finding;
  const named = (scheme: string) =>
    terms
      .filter((term) => term.scheme === scheme)
      .map(({ name }) => name)
      .join(', ') || 'None';
  const change = { href: paths.findingTags(reference), text: 'Change', about: 'tags' };
  const tags = (key: string, scheme: string) => ({ key, value: named(scheme), actions: [change] });
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Desk', href: paths.desk() }, { text: 'Review a finding' }]} />}
    >
      <span className="govuk-caption-xl">
        {published ? `Version ${version.number}` : 'New finding'}
        {review.submittedAt && `, sent ${showDay(review.submittedAt)}`}
        {sharedBy && ` by ${sharedBy}`}
      </span>
      <h1 className="govuk-heading-xl">{version.title}</h1>
      {review.changeNote && <InsetText>What changes: {review.changeNote}</InsetText>}
      <NearFindings findings={review.nearest} />
      <p className="govuk-body">
        <Citation reference={version.reference} />
      </p>
      {version.notStated.length > 0 && (
        <InsetText>
          It does not state its {version.notStated.join(', ')}: it would be published as a reference only.
        </InsetText>
      )}
      <FindingText version={version} html={html} />
      <h2 className="govuk-heading-m">Where it belongs</h2>
      <SummaryList
        rows={[
          tags('Threat areas', 'threatArea'),
          tags('Strands', 'strand'),
          tags('Enablers', 'enabler'),
          tags('Levels', 'level'),
          ...cases.map(({ name, text }) => ({ key: `Author’s case for ${name}`, value: text })),
        ]}
      />
      <Form reply={reply}>
        {() => (
          <ActionBar>
            <Button once>Publish to the network</Button>
            <a className="govuk-link" href={paths.returnFinding(reference)}>
              Return for changes
            </a>
            <a className="govuk-link" href={paths.declineFinding(reference)}>
              Decline
            </a>
          </ActionBar>
        )}
      </Form>
    </PageBody>
  );
}
