import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { linkFindings } from '~/domain/knowledge/commands/link-findings.server';
import { LINK_KINDS, LINK_WORDS } from '~/domain/knowledge/links/finding-link';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Link it to another finding');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!finding.may.link) throw forbidden('Only verified members can link findings, and only published ones.');
  return { reference: finding.reference, title: finding.version.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, linkFindings, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => `${paths.finding(reference)}#beside`,
    says: ({ confirmed }) =>
      confirmed ? 'The findings are linked' : 'Proposed. A coordinator is asked to confirm it.',
  });

const kinds = LINK_KINDS.map((value) => ({
  value,
  label: LINK_WORDS[value].from,
  hint: LINK_WORDS[value].hint,
}));

export default function LinkFinding() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Link it to another finding</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios label="This finding …" items={kinds} {...fieldProps(fields['kind'])} />
            <TextInput
              label="… the other finding"
              hint="Its reference, or the address of its page."
              {...fieldProps(fields['to'])}
            />
            <Textarea
              label="Why"
              hint="What in the two of them says so. Everybody who can read both reads this."
              rows={4}
              {...fieldProps(fields['note'])}
            />
            <ActionBar>
              <Button once>Link them</Button>
              <a className="govuk-link" href={paths.finding(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
