import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { Form, type Fields, type Values } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';

interface Props {
  request: { reference: string; title: string };
  heading: string;
  intro?: ReactNode;
  reply: { result: SubmissionResult } | undefined;
  values?: Values;
  button: string;
  children: (fields: Fields) => ReactNode;
}

/** One step of handling a request for information: what it is, its form, and the way back. */
export function RequestFormPage({ request, heading, intro, reply, values, button, children }: Props) {
  const { reference, title } = request;
  return (
    <PageBody before={<RequestCrumbs request={request} here={heading} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      {intro && <p className="govuk-body">{intro}</p>}
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            {children(fields)}
            <div className="govuk-button-group">
              <Button once>{button}</Button>
              <a className="govuk-link" href={paths.informationRequest(reference)}>
                Cancel
              </a>
            </div>
          </>
        )}
      </Form>
    </PageBody>
  );
}

export const RequestCrumbs = ({ request, here }: { request: Props['request']; here?: string }) => (
  <Breadcrumbs
    items={[
      { text: 'Requests for information', href: paths.requestLog() },
      here
        ? { text: request.title, href: paths.informationRequest(request.reference) }
        : { text: request.title },
      ...(here ? [{ text: here }] : []),
    ]}
  />
);
