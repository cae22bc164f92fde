import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { setLetterTemplate } from '~/domain/awards/commands/set-letter-template.server';
import { mayKeepTemplates } from '~/domain/awards/letters/letter-policy';
import { FIELDS_OF, LETTER_FIELDS, LETTER_KINDS } from '~/domain/awards/letters/letter-template';
import { letterTemplates } from '~/domain/awards/queries/letter-templates.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Template of a letter');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepTemplates(actor));
  const versions = found(await ask(letterTemplates, actor, { kind: args.params['kind'] }));
  return { latest: found(versions[0] ?? null), earlier: versions.slice(1) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, setLetterTemplate, {
    fixed: { kind: args.params['kind'] ?? '' },
    done: () => paths.letterTemplates(),
    says: 'The template is set. Letters prepared before keep their text.',
  });

export default function Template() {
  const { latest, earlier } = useLoaderData<typeof loader>();
  const name = LETTER_KINDS[latest.kind];
  const trail = [
    { text: 'Desk', href: paths.desk() },
    { text: 'Letters', href: paths.letterTemplates() },
    { text: name },
  ];
  return (
    <PageBody before={<Breadcrumbs items={trail} />}>
      <h1 className="govuk-heading-l">{name}</h1>
      <p className="govuk-body">Plain text. These fields are filled in for each bid:</p>
      <SummaryList
        rows={FIELDS_OF[latest.kind].map((field) => ({ key: `{{${field}}}`, value: LETTER_FIELDS[field] }))}
      />
      <Form reply={useActionData<typeof action>()} values={{ text: latest.text }}>
        {(fields) => (
          <>
            <Textarea label={`Version ${latest.number + 1}`} rows={16} {...fieldProps(fields['text'])} />
            <Button once>Set this text</Button>
          </>
        )}
      </Form>
      {earlier.map(({ number, text, setAt, setBy }) => (
        <Details
          key={number}
          summary={`Version ${number}, ${setBy ? `${showDay(setAt)} by ${setBy}` : 'as it came'}`}
        >
          <Lines text={text} />
        </Details>
      ))}
    </PageBody>
  );
}
