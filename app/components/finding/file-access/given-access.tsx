import { Form } from '~/components/form';
import type { FileAccessView } from '~/domain/knowledge/queries/file-access-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';

interface Ending {
  intent: string;
  name: string;
  value: string;
  text: string;
  about: string;
}

function End({ intent, name, value, text, about }: Ending) {
  return (
    <Form id={`${intent}-${value}`}>
      {() => (
        <>
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name={name} value={value} />
          <Button variant="secondary">
            {text}
            <span className="govuk-visually-hidden"> {about}</span>
          </Button>
        </>
      )}
    </Form>
  );
}

function Links({ view }: { view: FileAccessView }) {
  const stands = ({ works, revoked, expiresAt }: FileAccessView['links'][number]) =>
    works ? `Until ${showDay(expiresAt)}` : revoked ? 'Revoked' : `Ended on ${showDay(expiresAt)}`;
  const used = ({ uses, lastUsedAt }: FileAccessView['links'][number]) =>
    lastUsedAt ? `${uses === 1 ? '1 time' : `${uses} times`}, last on ${showDay(lastUsedAt)}` : 'Never';
  return (
    <ScrollingTable
      name="Links for people without an account"
      caption="Links for people without an account"
      captionSize="m"
      head={['For', 'Made by', 'Works', 'Used', '']}
      rows={view.links.map((link) => [
        link.purpose,
        link.madeBy,
        stands(link),
        used(link),
        link.works ? (
          <End
            key={link.reference}
            {...{
              intent: 'revoke',
              name: 'link',
              value: link.reference,
              text: 'Revoke',
              about: link.purpose,
            }}
          />
        ) : (
          ''
        ),
      ])}
    />
  );
}

/** People who were given access and links that were made, each with its end. */
export function GivenAccess({ view }: { view: FileAccessView }) {
  return (
    <>
      {view.grants.length > 0 && (
        <ScrollingTable
          name="People who were given access"
          caption="People who were given access"
          captionSize="m"
          head={['Who', 'Until', '']}
          rows={view.grants.map(({ id, person, until }) => [
            person.name,
            showDate(until),
            <End
              key={id}
              {...{ intent: 'end', name: 'grant', value: id, text: 'End', about: person.name }}
            />,
          ])}
        />
      )}
      {view.links.length > 0 && <Links view={view} />}
      {view.mayGive && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.makeFileLink(view.reference)}>
            Make a link for somebody without an account
          </a>
        </p>
      )}
    </>
  );
}
