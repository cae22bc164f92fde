import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StatementText } from '~/components/finding/impact/statement-text';
import { ask } from '~/domain/query.server';
import { impactRecordPage } from '~/domain/ratings/queries/impact-record-page.server';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found, notFound } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Corroboration statement');

export async function loader(args: LoaderFunctionArgs) {
  const record = found(
    await ask(impactRecordPage, await whoAsks(args), { reference: args.params.reference }),
  );
  const { reference, signed, code, withdrawnAt, invented, recordedBy } = record;
  if (!signed || !code) throw notFound();
  return { reference, signed, code, withdrawn: withdrawnAt !== null, invented, recordedBy };
}

export default function Statement() {
  const { reference, signed, code, withdrawn, invented, recordedBy } = useLoaderData<typeof loader>();
  const crumbs = [
    { text: 'Impact record', href: paths.impactRecord(reference) },
    { text: 'Corroboration statement' },
  ];
  return (
    <PageBody before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-xl">Corroboration statement</h1>
      {withdrawn && (
        <WarningText>The record behind this statement was withdrawn. Do not rely on it.</WarningText>
      )}
      <StatementText content={signed.statement} recordedBy={recordedBy} invented={invented} />
      <h2 className="govuk-heading-m">How to check it</h2>
      <p className="govuk-body">
        Verification code <strong>{code}</strong>, signed with key {signed.keyId}.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.impactStatementFile(reference)}>
          The signed statement as a file
        </a>
        {' can be checked at '}
        <a className="govuk-link" href={paths.checkStatement()}>
          {paths.checkStatement()}
        </a>
        {', or by anybody with the public key at '}
        <a className="govuk-link" href={paths.signingKey()}>
          {paths.signingKey()}
        </a>
        .
      </p>
    </PageBody>
  );
}
