import type { LetterState } from '~/domain/awards/agreement/agreement-letter';
import { showDate } from '~/domain/uk-time';
import { SummaryList } from '~/ui/content/summary-list';
import { Tag } from '~/ui/content/tag';
import { Lines } from '~/components/lines';
import { LETTER_COLOURS } from './state-colours';

interface Props {
  letter: {
    number: number;
    state: LetterState;
    stateName: string;
    text: string;
    textHash: string | null;
    contractReference: string;
    startsOn: Date;
    endsOn: Date;
  };
  signatory: string | null;
}

/** A letter with what it fixes, and the hash that says that its text was not touched since it was sent. */
export const LetterView = ({ letter, signatory }: Props) => (
  <>
    <SummaryList
      rows={[
        {
          key: 'State',
          value: <Tag colour={LETTER_COLOURS[letter.state]}>{letter.stateName}</Tag>,
        },
        { key: 'Contract', value: letter.contractReference },
        { key: 'From', value: `${showDate(letter.startsOn)} to ${showDate(letter.endsOn)}` },
        signatory !== null && { key: 'Signs for the institution', value: signatory },
        letter.textHash !== null && {
          key: 'SHA-256 of the text',
          value: <code className="break-all">{letter.textHash}</code>,
        },
      ]}
    />
    <Lines text={letter.text} />
  </>
);
