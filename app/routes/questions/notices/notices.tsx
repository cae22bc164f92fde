import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { linkNotice } from '~/domain/questions/commands/link-notice.server';
import { hostOf, NOTICE_KINDS } from '~/domain/questions/notices/procurement-notice';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

export async function loader(args: LoaderFunctionArgs) {
  const { reference, title, notices } = await questionFor(
    args,
    ({ linkNotices }) => linkNotices,
    'Only the team’s authors and the senior responsible owner link notices.',
  );
  return { reference, title, notices };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, linkNotice, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.procurementNotices(question),
    says: 'The notice is linked',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Published notices', data.title] : ['Not found']));

const S = { size: 's' } as const;

export default function Notices() {
  const { reference, title, notices } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Published notices</h1>
      <p className="govuk-body">
        Soundings is not the statutory tender system. Link what you published there: everybody who sees the
        question sees the link.{' '}
        <a className="govuk-link" href={paths.thresholds()}>
          From which budget a notice is due
        </a>
      </p>
      {notices.length === 0 ? (
        <p className="govuk-body">No notice is linked yet.</p>
      ) : (
        <SummaryList
          rows={notices.map((notice) => ({
            key: NOTICE_KINDS[notice.kind],
            value: (
              <>
                <a className="govuk-link" href={notice.address} rel="noreferrer noopener">
                  {hostOf(notice.address)}
                </a>
                , {showDate(notice.publishedOn)}
              </>
            ),
            actions: [
              {
                text: 'Take off',
                href: paths.removeNotice(reference, notice.reference),
                about: NOTICE_KINDS[notice.kind],
              },
            ],
          }))}
        />
      )}
      <Form reply={useActionData<FormReply>()}>
        {(fields) => (
          <>
            <Radios
              label="Kind of notice"
              labelProps={S}
              items={Object.entries(NOTICE_KINDS).map(([value, label]) => ({ value, label }))}
              {...fieldProps(fields['kind'])}
            />
            <TextInput
              label="Address"
              hint="Of the notice itself, for example on the central digital platform"
              {...fieldProps(fields['address'])}
            />
            <DateInput label="Published on" labelProps={S} {...dateProps(fields['publishedOn'])} />
            <Button once>Link it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
