import { fieldProps, Form, type Fields } from '~/components/form';
import { paths } from '~/paths';
import { Table } from '~/ui/content/table';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { replyFor, type Reply } from '../reply-for';
import { SearchBox } from '../search-box';

interface Props {
  reference: string;
  organisation: string;
  found: { reference: string; name: string }[] | null;
  words: string | undefined;
  reply: Reply | undefined;
}

/** Naming the approver: a colleague with an account, or an e-mail address of the organisation. */
export function AskToSign({ reference, organisation, found, words, reply }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Ask somebody to sign</h2>
      <p className="govuk-body">
        They read the whole bid, its price too, and can change nothing. Ask somebody of {organisation} who is
        not in the bid.
      </p>
      <SearchBox
        name="person"
        label={`Find a member of ${organisation} by name`}
        words={words}
        action={paths.bidSignOff(reference)}
      />
      {found && <Colleagues found={found} words={words ?? ''} reply={reply} />}
      <Form id="by-address" reply={replyFor(reply, { intent: 'askAddress' })}>
        {(fields: Fields) => (
          <>
            <input type="hidden" name="intent" value="askAddress" />
            <TextInput
              label="Or their e-mail address"
              hint={`An address of ${organisation}. Without an account they join with it first.`}
              autoComplete="off"
              {...fieldProps(fields['approver'])}
            />
            <Button variant="secondary">Ask by e-mail</Button>
          </>
        )}
      </Form>
    </>
  );
}

function Colleagues({
  found,
  words,
  reply,
}: { found: { reference: string; name: string }[] } & {
  words: string;
  reply: Reply | undefined;
}) {
  if (found.length === 0)
    return <p className="govuk-body">No member of your organisation has “{words}” in their name.</p>;
  return (
    <Table
      caption="Members found"
      captionSize="s"
      head={['Name', '']}
      rows={found.map((one) => [
        one.name,
        <Form
          id={`ask-${one.reference}`}
          reply={replyFor(reply, { approver: one.reference })}
          key={one.reference}
        >
          {() => (
            <>
              <input type="hidden" name="approver" value={one.reference} />
              <Button variant="secondary" name="intent" value="ask" className="govuk-!-margin-bottom-0">
                Ask to sign <span className="govuk-visually-hidden">{one.name}</span>
              </Button>
            </>
          )}
        </Form>,
      ])}
    />
  );
}
