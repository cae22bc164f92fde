import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Citation } from '~/components/finding/citation';
import { showSize } from '~/components/finding/file-size';
import { FindingText } from '~/components/finding/finding-text';
import { linkedFinding } from '~/domain/knowledge/queries/linked-finding.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { renderVersion } from '~/web/html/finding-html.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** The address is a secret: nobody indexes it, and no page that is left by a link learns of it. */
export const headers: HeadersFunction = () => ({
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
});

export const meta = () => pageTitle('A finding shared with you');

export async function loader(args: LoaderFunctionArgs) {
  const { token = '' } = args.params;
  const view = found(await ask(linkedFinding, await whoAsks(args), { token }));
  const { title, citation, files, licence, studyType, expiresAt } = view;
  return {
    token,
    title,
    citation,
    files,
    version: { licence, studyType },
    expiresAt,
    html: renderVersion(view),
  };
}

export default function ByLink() {
  const { token, title, citation, files, version, expiresAt, html } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">{title}</h1>
      <InsetText>
        Somebody who keeps this finding made this link for you. It works until {showDay(expiresAt)}, and every
        use of it is recorded. Do not pass it on.
      </InsetText>
      <p className="govuk-body">
        <Citation reference={citation} />
      </p>
      <FindingText version={version} html={html} />
      <h2 className="govuk-heading-m">Files</h2>
      {files.length === 0 && <p className="govuk-body">This finding has no files.</p>}
      <ul className="govuk-list">
        {files.map(({ reference, name, size, isScanned }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.linkedFile(token, reference)}>
              {name}
            </a>{' '}
            ({showSize(size)}
            {!isScanned && ', not scanned for viruses'})
          </li>
        ))}
      </ul>
    </PageBody>
  );
}
