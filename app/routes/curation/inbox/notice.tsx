import { Form } from '~/components/form';
import { showInstant } from '~/domain/uk-time';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';

interface Shown {
  id: string;
  subject: string;
  body: string;
  path: string | null;
  createdAt: Date | string;
  unread: boolean;
}

export function Notice({ notice }: { notice: Shown }) {
  return (
    <li className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
        {notice.unread && (
          <>
            <Tag colour="blue">New</Tag>{' '}
          </>
        )}
        {notice.path ? (
          <a className="govuk-link" href={notice.path}>
            {notice.subject}
          </a>
        ) : (
          notice.subject
        )}
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1 whitespace-pre-line">{notice.body}</p>
      <p className="govuk-hint govuk-!-margin-bottom-1">{showInstant(notice.createdAt)}</p>
      {notice.unread && (
        <Form id={`read-${notice.id}`}>
          {() => (
            <>
              <input type="hidden" name="notice" value={notice.id} />
              <Button variant="secondary" className="govuk-!-margin-bottom-0">
                Mark as read<span className="govuk-visually-hidden">: {notice.subject}</span>
              </Button>
            </>
          )}
        </Form>
      )}
    </li>
  );
}
