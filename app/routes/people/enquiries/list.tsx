import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { enquiryTag } from '~/components/enquiry/enquiry-tag';
import { cursorInput } from '~/domain/cursor';
import { ownEnquiries } from '~/domain/enquiries/queries/own-enquiries.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, { after: cursorInput.optional() });
  return found(await ask(ownEnquiries, await memberWhoAsks(args), search));
}

export const meta: MetaFunction = () => pageTitle('Enquiries');

export default function Enquiries() {
  const { enquiries, next } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">Enquiries</h1>
      {enquiries.length === 0 ? (
        <EmptyState title="No enquiries yet">
          An enquiry is a private word between a member and a team. Open the page of a team to write to it.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Enquiries"
          caption="The latest first"
          captionSize="m"
          head={['About', 'Between', 'State', 'Answer promised by', 'Last written']}
          rows={enquiries.map(({ reference, subject, team, asker, own, dueOn, lastAt, ...enquiry }) => [
            <a key="about" className="govuk-link" href={paths.enquiry(reference)}>
              {subject}
            </a>,
            own ? `You and ${team}` : `${asker} and ${team}`,
            <StateTag key="state" {...enquiry} />,
            dueOn ? showDate(dueOn) : '',
            showDay(lastAt),
          ])}
        />
      )}
      {next && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.enquiries(next)}>
            Earlier enquiries
          </a>
        </p>
      )}
    </PageBody>
  );
}

function StateTag(enquiry: Parameters<typeof enquiryTag>[0]) {
  const { text, colour } = enquiryTag(enquiry);
  return <Tag colour={colour}>{text}</Tag>;
}
