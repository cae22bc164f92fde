import { Form, fieldProps } from '~/components/form';
import { paths } from '~/paths';
import { Table } from '~/ui/content/table';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { SearchBox } from '../search-box';
import { replyFor, type Reply } from '../reply-for';

interface Organisation {
  reference: string;
  name: string;
}

interface Props {
  team: {
    reference: string;
    partners: (Organisation & { part: string })[];
    found: { organisations: Organisation[] | null };
    may: { change: boolean };
  };
  reply: Reply | undefined;
  words: string | undefined;
}

/** Organisations that would do part of the work. */
export function PartnersTable({ team, reply, words }: Props) {
  const { partners, may, found, reference } = team;
  return (
    <>
      <h2 className="govuk-heading-m">Partner organisations</h2>
      {partners.length === 0 ? (
        <p className="govuk-body">No organisation but the lead’s own.</p>
      ) : (
        <Table
          head={['Organisation', 'Part', '']}
          rows={partners.map((partner) => [
            partner.name,
            partner.part,
            may.change ? <Remove partner={partner} reply={reply} key={partner.reference} /> : '',
          ])}
        />
      )}
      {may.change && (
        <>
          <SearchBox
            name="organisation"
            label="Find an organisation by name"
            words={words}
            action={paths.bidTeam(reference)}
          />
          {found.organisations && (
            <Found organisations={found.organisations} reply={reply} words={words ?? ''} />
          )}
        </>
      )}
    </>
  );
}

const Remove = ({ partner, reply }: { partner: Organisation; reply: Reply | undefined }) => (
  <Form id={`remove-${partner.reference}`} reply={replyFor(reply, { organisation: partner.reference })}>
    {() => (
      <>
        <input type="hidden" name="organisation" value={partner.reference} />
        <Button variant="secondary" name="intent" value="removePartner" className="govuk-!-margin-bottom-0">
          Remove <span className="govuk-visually-hidden">{partner.name}</span>
        </Button>
      </>
    )}
  </Form>
);

interface FoundProps {
  organisations: Organisation[];
  reply: Reply | undefined;
  words: string;
}

function Found({ organisations, reply, words }: FoundProps) {
  if (organisations.length === 0)
    return <p className="govuk-body">No organisation has “{words}” in its name.</p>;
  return (
    <>
      {organisations.map(({ reference, name }) => (
        <Form id={`add-${reference}`} reply={replyFor(reply, { organisation: reference })} key={reference}>
          {(fields) => (
            <>
              <input type="hidden" name="organisation" value={reference} />
              <TextInput label={`What ${name} would do`} {...fieldProps(fields['part'])} />
              <Button variant="secondary" name="intent" value="addPartner">
                Add {name}
              </Button>
            </>
          )}
        </Form>
      ))}
    </>
  );
}
