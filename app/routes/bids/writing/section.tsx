import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useAutosave } from '~/components/bid/writing/autosave';
import { BidPage } from '~/components/bid/bid-page';
import { Deadline } from '~/components/bid/deadline';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { SectionFields } from '~/components/bid/writing/section-fields';
import { SectionView } from '~/components/bid/section-view';
import { Form } from '~/components/form';
import { saveBidSection } from '~/domain/bids/commands/save-bid-section.server';
import { bidSection } from '~/domain/bids/queries/bid-section.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export const handle = { scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, section } = args.params;
  const page = found(await ask(bidSection, actor, { reference, section }));
  return { page, chain: await chainOfBid(actor, page.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const { reference = '', section = '' } = args.params;
  const form = await args.request.formData();
  return act(args, saveBidSection, {
    form,
    fixed: { reference, section },
    done: (saved) => {
      if (saved.stale) return paths.bidVersions(saved.reference);
      return form.get('intent') === 'more'
        ? paths.bidSection(saved.reference, section)
        : paths.bid(saved.reference);
    },
    says: (saved) =>
      saved.stale ? 'Somebody else has changed this section. Choose which version to keep.' : 'Saved.',
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [data.page.section.title, data.page.title] : ['Not found']));

const HAS_ROWS = ['people', 'plan', 'confidential', 'price'];

export default function SectionPage() {
  const { page, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { section, gaps, may, content } = page;
  return (
    <BidPage chain={chain} bid={page} here={section.title}>
      <h1 className="govuk-heading-l">{section.title}</h1>
      <p className="govuk-body">{section.hint}</p>
      {section.weight !== null && (
        <p className="govuk-body">This answer counts {section.weight}% of quality.</p>
      )}
      {may.edit ? (
        <SectionForm key={page.section.slug} />
      ) : (
        <>
          <RefusalSummary reply={reply} />
          <SectionView content={content} section={page.shown} sections={page.choices} />
        </>
      )}
      {gaps.length > 0 && (
        <>
          <h2 className="govuk-heading-s">Before you can submit</h2>
          <ul className="govuk-list govuk-list--bullet">
            {gaps.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </BidPage>
  );
}

function SectionForm() {
  const { page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { section, reference, choices } = page;
  const { revision, onInput, words } = useAutosave(paths.bidAutosave(reference), page.revision);
  return (
    <div onInput={onInput}>
      <Form reply={reply} values={page.values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="section" value={section.slug} />
            <SectionFields {...section} choices={choices} fields={fields} />
            <ActionBar>
              <Button once>Save and continue</Button>
              {HAS_ROWS.includes(section.slug) && (
                <Button variant="secondary" name="intent" value="more">
                  Save and add more rows
                </Button>
              )}
              <a className="govuk-link" href={paths.bid(reference)}>
                Back to the bid
              </a>
            </ActionBar>
            <p className="govuk-body-s" role="status">
              {words}
            </p>
          </>
        )}
      </Form>
      <p className="govuk-body-s">
        <Deadline {...page} />.
      </p>
    </div>
  );
}
