import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { packPage } from '~/domain/assurance/queries/pack-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  seen(await ask(packPage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Assurance pack', data.title] : ['Not found']));

export default function Pack() {
  const view = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={null} question={view} here="Assurance pack">
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Assurance pack</h1>
      <p className="govuk-body">
        One signed archive of all that stands on record about this question, for an audit, a challenge or a
        request for information. Each time one is made is recorded.
      </p>
      {view.closed.map(({ what, why }) => (
        <InsetText key={what}>
          Not in it now: {what.toLowerCase()}. {why}
        </InsetText>
      ))}
      <Button href={paths.packFile(view.reference)} download>
        Make the pack
      </Button>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.requestLog()}>
          Requests for information
        </a>{' '}
        are logged apart, and what is withheld from a pack is chosen there.
      </p>
      <h2 className="govuk-heading-m">Never in a pack</h2>
      <ul className="govuk-list govuk-list--bullet">
        {view.never.map(({ what, why }) => (
          <li key={what}>
            {what}. {why}
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">To check a pack</h2>
      <p className="govuk-body">
        It needs Node and the file <code>verify-pack.mjs</code>, and neither a network nor Soundings:{' '}
        <code>node verify-pack.mjs PACK.zip --key PUBLIC-KEY.pem</code>. The public key stands in the manifest
        of every pack; keep a copy of your own.
      </p>
      <h2 className="govuk-heading-m">Made before</h2>
      {view.made.length === 0 && <p className="govuk-body">None yet.</p>}
      <ul className="govuk-list">
        {view.made.map(({ at, by, manifest }) => (
          <li key={manifest} className="break-words">
            {showInstant(at)}
            {by && ` by ${by}`}: manifest <code>{manifest}</code>
          </li>
        ))}
      </ul>
    </EvaluationPage>
  );
}
