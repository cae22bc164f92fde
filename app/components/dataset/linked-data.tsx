import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import type { LinkedDatasets } from '~/domain/knowledge/queries/linked-datasets.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { EmptyState } from '~/ui/report/empty-state';

interface Props {
  data: LinkedDatasets;
  mayLink: boolean;
  reply: { result: SubmissionResult } | undefined;
}

/** The data that answer a question or that a finding rests on, to be linked by whoever keeps it. */
export function LinkedData({ data, mayLink, reply }: Props) {
  const { linked, isGap, reason, choices } = data;
  const explains = reply?.result.error?.['reason'] !== undefined;
  return (
    <>
      {isGap && linked.length === 0 && reason === null && (
        <InsetText>
          This question is about missing data. It is answered only once a dataset is linked, or somebody says
          why there is none.
        </InsetText>
      )}
      {linked.length === 0 && (
        <EmptyState title="No dataset is linked">
          The register says who holds which data and how to get at them.{' '}
          <a className="govuk-link" href={paths.datasets()}>
            Look through it
          </a>
        </EmptyState>
      )}
      <ul className="govuk-list">
        {linked.map(({ reference, name }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.dataset(reference)}>
              {name}
            </a>
            {mayLink && (
              <Form id={`unlink-${reference}`}>
                {() => (
                  <>
                    <input type="hidden" name="dataset" value={reference} />
                    <Button variant="secondary" name="intent" value="unlink">
                      Take the link away<span className="govuk-visually-hidden">: {name}</span>
                    </Button>
                  </>
                )}
              </Form>
            )}
          </li>
        ))}
      </ul>
      {reason !== null && (
        <section aria-labelledby="reason">
          <h2 className="govuk-heading-m" id="reason">
            Why there are no data
          </h2>
          <p className="govuk-body whitespace-pre-line">{reason}</p>
        </section>
      )}
      {mayLink && (choices.length > 0 || linked.length > 0) && (
        <Form id="link" reply={explains ? undefined : reply}>
          {(fields) => (
            <>
              <Select
                label="Link a dataset"
                hint="Those of the same threat areas come first."
                options={[
                  { text: 'Choose a dataset', value: '' },
                  ...choices.map(({ reference, name }) => ({ text: name, value: reference })),
                ]}
                {...fieldProps(fields['dataset'])}
              />
              <Button name="intent" value="link">
                Link it
              </Button>
            </>
          )}
        </Form>
      )}
      {mayLink && isGap && (
        <Form id="explain" reply={explains ? reply : undefined} values={{ reason: reason ?? '' }}>
          {(fields) => (
            <>
              <Textarea
                label="Or say why there are no data"
                hint="Nobody gathers them, the law forbids it, the cost outweighs it: what you found out."
                rows={4}
                {...fieldProps(fields['reason'])}
              />
              <Button variant="secondary" name="intent" value="explain">
                Record the reason
              </Button>
            </>
          )}
        </Form>
      )}
    </>
  );
}
