import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { annexText } from '~/domain/knowledge/queries/annex-text.server';
import { ask } from '~/domain/query.server';
import { showMarking } from '~/domain/questions/marking';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { LinkList } from '~/ui/navigation/link-list';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { besideOf } from './beside';

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export const meta = () => pageTitle('Restricted annex');

export async function loader(args: LoaderFunctionArgs) {
  const { noun, reference } = args.params;
  const view = found(await ask(annexText, await personWhoAsks(args), { noun, reference }));
  if (view.kind === 'deny') throw forbidden(view.why);
  return view;
}

export default function Annex() {
  const { noun, reference, title, text, marking, writtenAt, mayKeep } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={besideOf(noun, reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Restricted annex</h1>
      <MetaLine>
        {showMarking(marking)}
        {`Written ${showInstant(writtenAt)}`}
      </MetaLine>
      <WarningText>
        For a named list of people. That you read it now is recorded. Do not copy it elsewhere.
      </WarningText>
      {text.split('\n').map((line, index) => (
        <p key={index} className="govuk-body">
          {line}
        </p>
      ))}
      {mayKeep && (
        <LinkList
          links={[
            { href: paths.annexText(noun, reference), text: 'Change the annex' },
            { href: paths.annexReaders(noun, reference), text: 'Who reads it' },
          ]}
        />
      )}
    </PageBody>
  );
}
