import { Form } from '~/components/form';
import { showBig } from '~/domain/ledger/big-money';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';

interface Judged {
  place: number;
  wrong: string;
  purpose: string;
  planned: number | null;
  actual: number | null;
}

interface Props {
  judged: Judged[];
  entered: number;
  text: string;
}

const lines = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'line' : 'lines'}`;

/** What would be entered, or was: line by line, with what is wrong. */
export function ImportReport({ judged, entered, text }: Props) {
  const wrong = judged.filter((one) => one.wrong !== '').length;
  const heading =
    entered > 0
      ? `${lines(entered)} entered`
      : wrong > 0
        ? `${lines(wrong)} of ${judged.length.toLocaleString('en-GB')} cannot be entered`
        : `${lines(judged.length)} can be entered`;
  return (
    <>
      <h1 className="govuk-heading-xl">{heading}</h1>
      {entered === 0 && wrong > 0 && (
        <p className="govuk-body">
          Nothing is entered until every line is right. Put the file right and check it again.
        </p>
      )}
      {entered === 0 && wrong === 0 && (
        <Form id="enter">
          {() => (
            <>
              <input type="hidden" name="text" value={text} />
              <Button name="enter" value="yes" once>
                Enter {lines(judged.length)}
              </Button>
            </>
          )}
        </Form>
      )}
      <ScrollingTable
        name="Lines of the file"
        head={['Line', 'What for', 'Planned', 'Actual', 'Outcome']}
        rows={judged.map((one) => [
          one.place,
          one.purpose,
          one.planned === null ? '' : showBig(one.planned),
          one.actual === null ? '' : showBig(one.actual),
          one.wrong || (entered > 0 ? 'Entered' : 'Would be entered'),
        ])}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.money()}>
          See all money
        </a>
      </p>
    </>
  );
}
