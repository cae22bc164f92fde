import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { writeAnnex } from '~/domain/knowledge/commands/write-annex.server';
import { annexReaders } from '~/domain/knowledge/queries/annex-readers.server';
import { annexText } from '~/domain/knowledge/queries/annex-text.server';
import { ask } from '~/domain/query.server';
import { HOLDS_OFFICIAL_SENSITIVE, MARKINGS } from '~/domain/questions/marking';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { besideOf } from './beside';

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export const meta = () => pageTitle('Write the restricted annex');

export async function loader(args: LoaderFunctionArgs) {
  const { noun, reference } = args.params;
  const actor = await personWhoAsks(args);
  const kept = found(await ask(annexReaders, actor, { noun, reference }));
  if (kept.kind === 'deny') throw forbidden(kept.why);
  const now = kept.exists ? await ask(annexText, actor, { noun, reference }) : null;
  const held = now?.kind === 'annex' ? now : null;
  return {
    ...{ noun: kept.noun, reference: kept.reference, title: kept.title, exists: kept.exists },
    revision: String(held?.revision ?? 0),
    values: {
      text: held?.text ?? '',
      marking: held?.marking ?? 'OFFICIAL',
      announced: held && !held.announced ? 'no' : 'yes',
    },
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, writeAnnex, {
    fixed: { noun: args.params.noun ?? '', reference: args.params.reference ?? '' },
    done: ({ noun, reference }) => paths.annexReaders(noun, reference),
    says: 'Annex saved. Say who reads it.',
  });

const ANNOUNCED = [
  {
    value: 'yes',
    label: 'That there is a restricted annex of so many words, and that they can ask for access',
  },
  { value: 'no', label: 'Nothing at all' },
];
const HELD = MARKINGS.filter(
  ({ value }) => value === 'OFFICIAL' || (value === 'OFFICIAL_SENSITIVE' && HOLDS_OFFICIAL_SENSITIVE),
);

export default function AnnexText() {
  const { noun, reference, title, exists, revision, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = exists ? paths.annex(noun, reference) : besideOf(noun, reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">{exists ? 'Change the annex' : 'Write a restricted annex'}</h1>
      <p className="govuk-body">
        It is kept encrypted, apart from everything else, and comes into no search, export, feed, notice or
        ranking. Only the people and teams that you name next read it, and each reading is recorded.
      </p>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <Textarea label="Text of the annex" rows={14} {...fieldProps(fields.text)} />
            <Radios label="Marking" labelProps={{ size: 's' }} items={HELD} {...fieldProps(fields.marking)} />
            <Radios
              label="What others see in its place"
              labelProps={{ size: 's' }}
              items={ANNOUNCED}
              {...fieldProps(fields.announced)}
            />
            <input type="hidden" name="revision" value={revision} />
            <Button>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
