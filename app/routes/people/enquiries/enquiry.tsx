import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enquiryTag } from '~/components/enquiry/enquiry-tag';
import { fieldProps, Form } from '~/components/form';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { closeEnquiry } from '~/domain/enquiries/commands/close-enquiry.server';
import { writeToEnquiry } from '~/domain/enquiries/commands/write-to-enquiry.server';
import { MESSAGE_WORDS } from '~/domain/enquiries/enquiry';
import { enquiryPage } from '~/domain/enquiries/queries/enquiry-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(enquiryPage, await memberWhoAsks(args), { reference: args.params['reference'] }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.subject : 'Not found');

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const closes = form.get('intent') === 'close';
  form.delete('intent');
  const fixed = { reference: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.enquiry(reference);
  if (!closes) return act(args, writeToEnquiry, { form, fixed, done, says: 'Sent' });
  for (const field of ['text', 'notPersonal']) form.delete(field);
  return act(args, closeEnquiry, { form, fixed, done, says: 'This enquiry is closed' });
}

export default function Enquiry() {
  const page = useLoaderData<typeof loader>();
  const { reference, subject, team, asker, messages, dueOn, own, may } = page;
  const crumbs = [
    { text: 'Enquiries', href: paths.enquiries() },
    { text: team.name, href: paths.team(team.reference) },
    { text: subject },
  ];
  return (
    <PageBody before={<Breadcrumbs items={crumbs} />}>
      <MetaLine state={enquiryTag(page)}>
        {showReference(reference)}
        {own ? `You and ${team.name}` : [asker.name, asker.organisation].filter(Boolean).join(', ')}
        {dueOn && page.state === 'awaitingTeam' && `Answer promised by ${showDate(dueOn)}`}
      </MetaLine>
      <h1 className="govuk-heading-l">{subject}</h1>
      <ol className="govuk-list">
        {messages.map(({ id, from, fromTeam, text, sentAt }) => (
          <li key={id} className="mb-6 border-0 border-b border-solid border-rule">
            <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
              {fromTeam ? `${from}, for ${team.name}` : from}
            </h2>
            <p className="govuk-hint govuk-!-margin-bottom-1">{showInstant(sentAt)}</p>
            <p className="govuk-body whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
      {may.write && <Write own={own} />}
      {may.close && (
        <form method="post">
          <Button variant="secondary" name="intent" value="close" once>
            Close this enquiry
          </Button>
        </form>
      )}
    </PageBody>
  );
}

function Write({ own }: { own: boolean }) {
  const reply = useActionData<FormReply>();
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          <CharacterCount
            label={own ? 'Write again' : 'Answer'}
            rows={6}
            maxWords={MESSAGE_WORDS}
            {...fieldProps(fields['text'])}
          />
          <NotPersonal reply={reply} fields={fields} />
          <Button once>Send</Button>
        </>
      )}
    </Form>
  );
}
