import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayKeepTemplates } from '~/domain/awards/letters/letter-policy';
import { LETTER_KINDS } from '~/domain/awards/letters/letter-template';
import { letterTemplates } from '~/domain/awards/queries/letter-templates.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Templates of letters');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepTemplates(actor));
  const versions = found(await ask(letterTemplates, actor, {}));
  const latest = versions.filter(
    (one, index) => versions.findIndex(({ kind }) => kind === one.kind) === index,
  );
  return { latest };
}

export default function Templates() {
  const { latest } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Desk', href: paths.desk() }, { text: 'Letters' }]} />}>
      <h1 className="govuk-heading-l">Templates of letters about decisions</h1>
      <p className="govuk-body">
        Teams fill letters to their bidders from these, read each and send them with the award notice.
      </p>
      <ScrollingTable
        name="Templates"
        head={['Letter', 'Version', 'Set']}
        rows={latest.map(({ kind, number, setAt, setBy }) => [
          <a key={kind} className="govuk-link" href={paths.letterTemplate(kind)}>
            {LETTER_KINDS[kind]}
          </a>,
          String(number),
          setBy ? `${showDay(setAt)} by ${setBy}` : 'Comes with Soundings',
        ])}
      />
    </PageBody>
  );
}
